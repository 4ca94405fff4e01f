import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { listViews, saveView } from "@shopwright/server/contracts/identity";
import type { SavedView } from "@shopwright/server/contracts/identity";
import { call } from "../api/shop.ts";
import { readKey, useRead } from "../api/use-read.ts";
import { sayError, useErrorText } from "../locales/errors.ts";
import { filtersOfAddress } from "./address-filters.ts";
import { dropLocalViews, readLocalViews, viewsToMove } from "./saved-views.ts";
import { toast } from "./toast.tsx";

/**
 * The views of a list that the server keeps. Once they have come, those of this device are moved there; and a list
 * that was opened without filters shows the view that was chosen for it.
 */
export function useSavedViews(
  list: string,
  here: string,
  onShow: (filters: Readonly<Record<string, string>>) => void,
): readonly SavedView[] {
  const read = useRead(listViews, { query: { list } });
  useMoveLocalViews(list, read.data);
  const opened = useRef(false);
  const first = read.data?.find((view) => view.first);
  useEffect(() => {
    if (opened.current || read.data === undefined) return;
    opened.current = true;
    if (here === "" && first !== undefined) onShow(filtersOfAddress(first.address));
  }, [read.data, first, here, onShow]);
  return read.data ?? [];
}

function useMoveLocalViews(list: string, known: readonly SavedView[] | undefined): void {
  const client = useQueryClient();
  const errors = useErrorText();
  const moving = useRef(false);
  useEffect(() => {
    if (known === undefined || moving.current) return;
    const local = readLocalViews(list, localStorage);
    if (local.length === 0) return;
    moving.current = true;
    const move = async (): Promise<void> => {
      for (const { name, address } of viewsToMove(local, known)) {
        const body = { list, name: name.slice(0, 40), address, shared: false };
        await call(saveView, { body });
      }
      dropLocalViews(list, localStorage);
      await client.invalidateQueries({ queryKey: readKey(listViews) });
    };
    // What could not be moved stays on the device and is tried again when the list is opened the next time.
    move().catch((error: unknown) => toast(sayError(errors, error), { tone: "bad" }));
  }, [client, errors, known, list]);
}
