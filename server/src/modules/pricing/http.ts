import { read, type Route } from "../../platform/route.ts";
import { listPriceChanges } from "./contract.ts";
import { listPriceChanges as listThem } from "./list-price-changes.ts";

export const routes: Route[] = [read(listPriceChanges, listThem)];
