import { z } from "zod";
import { phasedJob } from "../../../platform/jobs.ts";
import { carryOn } from "./carry-on.ts";

/** One at a time for each import; each batch of it is a transaction of its own. */
export const carryOnImport = phasedJob({
  name: "exchange: carry on import",
  payload: z.object({ importId: z.uuid() }),
  runPhased: (edge, { importId }) => carryOn(edge, importId),
});
