import { locales } from "@shopwright/server/kernel/locale";
import { useProductText } from "../../locales/products.ts";
import type { ProductWords } from "../../locales/products.ts";
import { Notice } from "../../ui/notice.tsx";
import type { ProductDraft } from "./product-draft.ts";
import type { ProductEditor } from "./use-product-editor.ts";

/** What another's save brought into this draft, and what of one's own stayed. */
export function JoinedNotice({
  taken,
  kept,
  editor,
}: {
  readonly taken: readonly string[];
  readonly kept: readonly string[];
  readonly editor: ProductEditor;
}) {
  const words = useProductText();
  const list = (title: string, paths: readonly string[]) =>
    paths.length > 0 && (
      <>
        <p className="mt-1.5 font-medium">{title}</p>
        <ul className="ml-4 list-disc">
          {[...new Set(paths.map((path) => sayPath(words, path, editor.draft)))].map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </>
    );
  return (
    <Notice tone="warn" alert>
      <p className="font-semibold">{words.conflict}</p>
      <p>{words.conflictMerged}</p>
      {list(words.conflictTaken, taken)}
      {list(words.conflictKept, kept)}
    </Notice>
  );
}

/** "texts.en.title" as people call it: "Texts: English, Title". */
export function sayPath(words: ProductWords, path: string, draft: ProductDraft): string {
  const [area = "", first = "", second = "", third = ""] = path.split(".");
  const areas: Readonly<Record<string, string>> = { ...words.paths, pictures: words.pictures };
  const name = areas[area] ?? words.related;
  if (area === "texts") {
    const language = locales.find((locale) => locale === first);
    const fields: Readonly<Record<string, string>> = words.fields;
    return `${name}: ${[language && words.languages[language], fields[second]].filter(Boolean).join(", ")}`;
  }
  if (area === "attributes") return [name, first, second].filter(Boolean).join(" ");
  if (area === "variants") {
    const sku = draft.variants[first]?.sku ?? first;
    const what =
      second === "prices" || second === "earlierPrices"
        ? `${words.paths[second]} ${third}`
        : second === "attributes"
          ? third
          : second;
    return `${name} ${sku}${what === "" ? "" : `: ${what}`}`;
  }
  return name;
}
