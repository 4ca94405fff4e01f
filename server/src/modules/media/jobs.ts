import { z } from "zod";
import { external } from "../../platform/db.ts";
import { phasedJob } from "../../platform/jobs.ts";
import { fileStorage } from "../../platform/storage.ts";

/** Removes files of pictures whose rows are gone. Removing twice is removing once. */
export const removePictureFiles = phasedJob({
  name: "media: remove picture files",
  payload: z.object({ keys: z.array(z.string()) }),
  runPhased: async (_edge, { keys }) => {
    await external(async () => {
      for (const key of keys) await fileStorage().remove(key);
    });
  },
});

export const jobs = [removePictureFiles];
