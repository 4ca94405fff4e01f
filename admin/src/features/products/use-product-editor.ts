import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import {
  arrangeProductPictures,
  changeProduct,
  getAdminProduct,
  listAdminProducts,
  listRevisions,
} from "@shopwright/server/contracts/catalog";
import type { AdminProductView } from "@shopwright/server/contracts/catalog";
import { hasCode } from "../../api/problem.ts";
import { useAction } from "../../api/use-action.ts";
import { readKey } from "../../api/use-read.ts";
import { useDraft } from "../../ui/use-draft.ts";
import { nameCodes } from "./name-codes.ts";
import { bodyOf, draftOf } from "./product-draft.ts";
import type { PictureDraft, ProductDraft } from "./product-draft.ts";
import { rebaseDraft } from "./rebase-draft.ts";
import type { Rebased, Work } from "./rebase-draft.ts";
import { same } from "./three-way-merge.ts";

export interface ProductEditor {
  readonly draft: ProductDraft;
  readonly version: number;
  readonly dirty: boolean;
  /** True when the draft comes from before this page was loaded. */
  readonly restored: boolean;
  readonly busy: boolean;
  readonly error: Error | null;
  /** What another's save changed under this draft. */
  readonly joined: Pick<Rebased, "taken" | "kept"> | null;
  readonly change: (draft: ProductDraft) => void;
  readonly discard: () => void;
  /** Saves what differs; true when all of it was taken. */
  readonly save: () => Promise<boolean>;
  /** Shows an answer of the shop at once. */
  readonly adopt: (product: AdminProductView) => void;
}

/** Everything about editing one product: the draft, its saving, and another's save meanwhile. */
export function useProductEditor(product: AdminProductView): ProductEditor {
  const client = useQueryClient();
  const fresh = useMemo<Work>(() => {
    const draft = draftOf(product);
    return { version: product.version, base: draft, draft };
  }, [product]);
  const [kept, put, drop] = useDraft<Work | null>(`product ${product.id}`, null);
  const [restored, setRestored] = useState(kept !== null);
  const [joined, setJoined] = useState<ProductEditor["joined"]>(null);
  const [error, setError] = useState<Error | null>(null);
  const work = kept ?? fresh;
  const adopt = (reply: AdminProductView): void => {
    client.setQueryData(readKey(getAdminProduct, { params: { id: reply.id } }), reply);
  };
  const forget = (): void => {
    drop();
    setJoined(null);
    setRestored(false);
    setError(null);
  };

  useEffect(() => {
    if (kept === null || product.version <= kept.version) return;
    const rebased = rebaseDraft(kept, product);
    put(rebased.work);
    if (rebased.taken.length + rebased.kept.length > 0) setJoined(rebased);
  }, [kept, product, put]);

  const { run, busy } = useSaveProduct();
  const save = async (): Promise<boolean> => {
    setError(null);
    const { reply, problem } = await run(product.id, work);
    if (reply !== null) adopt(reply);
    if (problem === null) {
      forget();
      return true;
    }
    setError(problem);
    if (reply !== null) {
      // The texts are saved, the pictures are not: keep only those as work to be done.
      const saved = draftOf(reply);
      const draft = { ...saved, pictures: work.draft.pictures };
      put({ version: reply.version, base: saved, draft });
    }
    if (hasCode(problem, "changed_meanwhile")) {
      await client.invalidateQueries({ queryKey: [getAdminProduct.id] });
    }
    return false;
  };

  return {
    draft: work.draft,
    version: work.version,
    dirty: !same(work.base, work.draft),
    restored: restored && kept !== null,
    busy,
    error,
    joined,
    change: (draft) => put({ ...work, draft }),
    discard: forget,
    save,
    adopt,
  };
}

interface SaveResult {
  /** The last answer of the shop; null when nothing was saved. */
  readonly reply: AdminProductView | null;
  readonly problem: Error | null;
}

/** Sends what differs: the product first, then the order and words of its pictures. */
function useSaveProduct(): {
  readonly run: (id: string, work: Work) => Promise<SaveResult>;
  readonly busy: boolean;
} {
  const change = useAction(changeProduct, { changes: [listAdminProducts, listRevisions] });
  const arrange = useAction(arrangeProductPictures, {
    changes: [listAdminProducts, listRevisions],
  });
  const run = async (id: string, { base, draft, version }: Work): Promise<SaveResult> => {
    const params = { id };
    let reply: AdminProductView | null = null;
    try {
      if (!same(withoutPictures(base), withoutPictures(draft))) {
        const body = { ...bodyOf(nameCodes(draft), base), version };
        reply = await change.mutateAsync({ params, body });
      }
      if (!same(base.pictures, draft.pictures)) {
        const pictures = arrangementOf(draft.pictures);
        const body = { version: reply?.version ?? version, pictures };
        reply = await arrange.mutateAsync({ params, body });
      }
      return { reply, problem: null };
    } catch (problem) {
      if (!(problem instanceof Error)) throw problem;
      return { reply, problem };
    }
  };
  return { run, busy: change.isPending || arrange.isPending };
}

function withoutPictures(draft: ProductDraft): Omit<ProductDraft, "pictures"> {
  const { pictures: _pictures, ...rest } = draft;
  return rest;
}

function arrangementOf(pictures: readonly PictureDraft[]) {
  return pictures.map(({ id, optionCode, valueCode, alt }) => ({ id, optionCode, valueCode, alt }));
}
