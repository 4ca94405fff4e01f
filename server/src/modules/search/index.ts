export { reindexProducts } from "./reindex.ts";
