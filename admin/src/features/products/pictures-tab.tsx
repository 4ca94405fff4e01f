import { useState } from "react";
import { addProductPicture, listAdminProducts } from "@shopwright/server/contracts/catalog";
import type { AdminProductView } from "@shopwright/server/contracts/catalog";
import { maxPictureBytes, pictureTypes } from "@shopwright/server/contracts/media";
import { useAction } from "../../api/use-action.ts";
import { sayError, useErrorText } from "../../locales/errors.ts";
import { useProductText } from "../../locales/products.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FileDrop } from "../../ui/file-drop.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Panel } from "../../ui/page.tsx";
import { toast } from "../../ui/toast.tsx";
import { PictureCard } from "./picture-card.tsx";
import type { PictureDraft } from "./product-draft.ts";
import type { TabProps } from "./texts-tab.tsx";

/** The pictures in their order: uploaded by drop, moved by dragging or by keys, told in words. */
export function PicturesTab({
  draft,
  onChange,
  readOnly,
  product,
  onUploaded,
}: TabProps & {
  readonly product: AdminProductView | null;
  readonly onUploaded: (product: AdminProductView) => void;
}) {
  const words = useProductText();
  const [said, setSaid] = useState("");
  const [dragged, setDragged] = useState<string | null>(null);
  const { upload, uploading } = usePictureUpload(product?.id ?? "", onUploaded);
  if (product === null) return <EmptyState title={words.saveFirst} />;
  const put = (pictures: readonly PictureDraft[]): void => onChange({ ...draft, pictures });
  const move = (id: string, to: number): void => {
    const picture = draft.pictures.find((each) => each.id === id);
    if (!picture || to < 0 || to >= draft.pictures.length) return;
    put(draft.pictures.filter((each) => each !== picture).toSpliced(to, 0, picture));
    setSaid(words.pictureMoved(to + 1, draft.pictures.length));
  };
  return (
    <Panel title={words.pictures}>
      <div className="grid gap-4">
        {!readOnly && (
          <FileDrop
            multiple
            accept={pictureTypes}
            maxBytes={maxPictureBytes}
            hint={words.picturesHint}
            onFiles={(files) => void upload(files)}
          />
        )}
        {uploading !== null && <Notice>{words.uploading(uploading)}</Notice>}
        <p aria-live="polite" className="sr-only">
          {said}
        </p>
        <ol className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
          {draft.pictures.map((picture, at) => {
            const file = product.pictures.find((each) => each.id === picture.id);
            if (file === undefined) return null;
            return (
              // Dragging is for the pointer; the same is done by the buttons in the card.
              // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
              <li
                key={picture.id}
                draggable={!readOnly}
                onDragStart={() => setDragged(picture.id)}
                onDragEnd={() => setDragged(null)}
                onDragOver={(event) => dragged !== null && event.preventDefault()}
                onDrop={(event) => {
                  event.preventDefault();
                  if (dragged !== null) move(dragged, at);
                  setDragged(null);
                }}
                className={dragged === picture.id ? "opacity-40" : ""}
              >
                <PictureCard
                  picture={picture}
                  file={file}
                  at={at}
                  of={draft.pictures.length}
                  options={draft.options}
                  readOnly={readOnly}
                  onMove={(to) => move(picture.id, to)}
                  onChange={(next) => put(draft.pictures.with(at, next))}
                  onRemove={() => put(draft.pictures.filter((each) => each !== picture))}
                />
              </li>
            );
          })}
        </ol>
      </div>
    </Panel>
  );
}

/** Sends pictures one after the other; one that fails does not keep the others from coming. */
function usePictureUpload(id: string, onUploaded: (product: AdminProductView) => void) {
  const words = useProductText();
  const errors = useErrorText();
  const add = useAction(addProductPicture, { changes: [listAdminProducts] });
  const [uploading, setUploading] = useState<string | null>(null);
  const upload = async (files: readonly File[]): Promise<void> => {
    for (const file of files) {
      setUploading(file.name);
      try {
        // The file goes as the raw body; on the wire that is a Blob instead of bytes.
        const body = file as unknown as Uint8Array;
        onUploaded(await add.mutateAsync({ params: { id }, body }));
      } catch (error) {
        toast(`${words.uploadFailed(file.name)} ${sayError(errors, error)}`, { tone: "bad" });
      }
    }
    setUploading(null);
  };
  return { upload, uploading };
}
