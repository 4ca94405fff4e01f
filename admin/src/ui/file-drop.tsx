import { Upload } from "lucide-react";
import { useId, useState } from "react";
import { useUiText } from "../locales/ui.ts";
import { cx } from "./class-names.ts";

/** Takes files by drop, by dialog or by keyboard. What is too large or of another kind is said, not sent. */
export function FileDrop({
  accept,
  maxBytes,
  multiple = false,
  onFiles,
  hint,
}: {
  /** MIME types or endings, as in an input's `accept`. */
  readonly accept: readonly string[];
  readonly maxBytes: number;
  readonly multiple?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly hint?: string;
}) {
  const words = useUiText();
  const id = useId();
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const take = (list: FileList | null): void => {
    const files = [...(list ?? [])];
    const limit = `${Math.floor(maxBytes / 1_000_000)} MB`;
    setRefused([
      ...files
        .filter((file) => !isAccepted(file, accept))
        .map((file) => words.wrongType(file.name)),
      ...files
        .filter((file) => file.size > maxBytes)
        .map((file) => words.tooLarge(file.name, limit)),
    ]);
    const good = files.filter((file) => isAccepted(file, accept) && file.size <= maxBytes);
    if (good.length > 0) onFiles(multiple ? good : good.slice(0, 1));
  };
  return (
    <div className="grid gap-2">
      <div
        className={cx(
          "relative grid justify-items-center gap-1.5 rounded-xl border-2 border-dashed px-4 py-7 text-center focus-within:outline-2 focus-within:outline-accent",
          over ? "border-accent bg-accent-soft" : "border-line-strong/60",
        )}
      >
        <Upload aria-hidden className="size-5 text-muted" />
        <label htmlFor={id} className="font-medium">
          {multiple ? words.dropFiles : words.dropFile}
        </label>
        {hint !== undefined && <span className="text-[0.8125rem] text-muted">{hint}</span>}
        {/* Lies over all of it: the browser's own control takes clicks, keys and drops. */}
        <input
          id={id}
          type="file"
          className="absolute inset-0 cursor-pointer opacity-0"
          accept={accept.join(",")}
          multiple={multiple}
          onDragEnter={() => setOver(true)}
          onDragLeave={() => setOver(false)}
          onDrop={() => setOver(false)}
          onChange={(event) => {
            take(event.currentTarget.files);
            // The same file can be chosen again after it was changed.
            event.currentTarget.value = "";
          }}
        />
      </div>
      {refused.length > 0 && (
        <ul role="alert" className="grid gap-1 text-[0.8125rem] text-bad">
          {refused.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The same rule as the browser's dialog, for files that are dropped. */
function isAccepted(file: File, accept: readonly string[]): boolean {
  return accept.some((kind) => {
    if (kind.startsWith(".")) return file.name.toLowerCase().endsWith(kind);
    return kind.endsWith("/*") ? file.type.startsWith(kind.slice(0, -1)) : file.type === kind;
  });
}
