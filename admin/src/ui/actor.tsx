import { useUiText } from "../locales/ui.ts";

/**
 * Who did something, from records that name the kind of doer first: "staff:Ida", "customer:…",
 * "system:payments.sweep". People are shown by name, the shop's own work as such.
 */
export function Actor({ actor }: { readonly actor: string }) {
  const { actors } = useUiText();
  const at = actor.indexOf(":");
  const kind = at < 0 ? actor : actor.slice(0, at);
  const name = at < 0 ? "" : actor.slice(at + 1);
  if (kind === "staff") return <span className="break-words">{name || actors.staff}</span>;
  if (kind === "system") return <span title={name}>{actors.system}</span>;
  if (kind === "customer" || kind === "shopper") return <span>{actors.customer}</span>;
  return <span className="break-words">{actor}</span>;
}
