import { z } from "zod";
import { phasedJob } from "../../../platform/jobs.ts";
import { writeExport } from "./write-export.ts";

export const runExport = phasedJob({
  name: "exchange: write export",
  payload: z.object({ exportId: z.uuid() }),
  runPhased: (edge, { exportId }) => writeExport(edge, exportId),
});
