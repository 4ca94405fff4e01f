import { cachedRead, phased, read, type Route } from "../../platform/route.ts";
import * as contract from "./contract.ts";
import { addFile, getFile, listFiles } from "./files.ts";
import { getNamedPictures } from "./named-pictures.ts";

export const routes: Route[] = [
  cachedRead(contract.getNamedPictures, getNamedPictures, contract.tagsOfNamedPictures),
  phased(contract.addFile, addFile),
  read(contract.listFiles, listFiles),
  read(contract.getFile, getFile),
];
