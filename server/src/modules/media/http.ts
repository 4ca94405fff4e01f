import { cachedRead, type Route } from "../../platform/route.ts";
import { getNamedPictures, tagsOfNamedPictures } from "./contract.ts";
import { getNamedPictures as find } from "./named-pictures.ts";

export const routes: Route[] = [cachedRead(getNamedPictures, find, tagsOfNamedPictures)];
