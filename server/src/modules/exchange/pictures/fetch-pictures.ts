import { z } from "zod";
import { Refusal } from "../../../kernel/errors.ts";
import type { Uuid } from "../../../kernel/ids.ts";
import { external } from "../../../platform/db.ts";
import type { Edge } from "../../../platform/edge.ts";
import { phasedJob } from "../../../platform/jobs.ts";
import { sql } from "../../../platform/sql.ts";
import { showPicture } from "../../catalog/index.ts";
import { maxPictureBytes } from "../../media/contract.ts";
import { type Alt, insertPictures, type StoredPicture, storePicture } from "../../media/index.ts";
import { FetchFailed, fetchFile } from "./fetch-file.ts";

interface Waiting {
  readonly id: Uuid;
  readonly address: string;
  readonly alt: Alt;
  readonly option_code: string | null;
  readonly value_code: string | null;
  readonly handle: string;
}

/** Fetches what waits for a product, one after the other, each kept as soon as it is there. */
export const fetchPictures = phasedJob({
  name: "exchange: fetch pictures",
  payload: z.object({ productId: z.uuid() }),
  runPhased: async (edge, { productId }) => {
    const waiting = await edge.reading().db.all<Waiting>(sql`
      select w.id, w.address, w.alt, w.option_code, w.value_code, p.handle
      from exchange.picture w join catalog.product p on p.id = w.product_id
      where w.product_id = ${productId} and w.state = 'waiting'
      order by w.place, w.id`);
    for (const picture of waiting) await keepOne(edge, productId, picture);
  },
});

async function keepOne(edge: Edge, productId: Uuid, picture: Waiting): Promise<void> {
  const { stored, problem } = await fetched(picture);
  await edge.transaction(async (ctx) => {
    const still = await ctx.db.maybe(sql`
      select id from exchange.picture where id = ${picture.id} and state = 'waiting' for update`);
    if (still === null) return;
    if (stored === null) {
      await ctx.db.run(sql`
        update exchange.picture set state = 'refused', problem = ${problem}, changed_at = ${ctx.now}
        where id = ${picture.id}`);
      return;
    }
    const [pictureId = ""] = await insertPictures(ctx, [{ ...stored, alt: picture.alt }]);
    await showPicture(ctx, productId, pictureId, {
      optionCode: picture.option_code,
      valueCode: picture.value_code,
    });
    await ctx.db.run(sql`
      update exchange.picture set state = 'kept', picture_id = ${pictureId}, changed_at = ${ctx.now}
      where id = ${picture.id}`);
  });
}

async function fetched({
  address,
  handle,
}: Waiting): Promise<{ stored: StoredPicture | null; problem: string | null }> {
  try {
    const bytes = await external(() => fetchFile(address, maxPictureBytes));
    return { stored: await storePicture(bytes, handle), problem: null };
  } catch (error) {
    if (error instanceof FetchFailed) return { stored: null, problem: error.problem };
    if (error instanceof Refusal) return { stored: null, problem: error.kind.code };
    throw error;
  }
}
