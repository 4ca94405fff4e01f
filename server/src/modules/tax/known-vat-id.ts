import type { VatIdState, VatIdView } from "./contract.ts";
import { parseVatId } from "./vat-id.ts";

/** What is known of a VAT id, as JSON keeps it. */
export interface KnownVatId {
  readonly vatId: string;
  readonly state: "valid" | "invalid" | "unavailable";
  /** As the register has it; empty where it does not tell. */
  readonly name: string;
  /** The register's proof that it was asked, where the shop has a VAT id of its own. */
  readonly consultationNumber: string | null;
  /** When it last said yes or no; ISO 8601. */
  readonly checkedAt: string | null;
  readonly askedAt: string;
}

const dayMs = 24 * 60 * 60 * 1000;
/** A register that gave no answer is not asked again at once. */
const retryMs = 60 * 1000;

interface Standing {
  readonly state: VatIdState;
  /** Should the register be asked now? */
  readonly due: boolean;
}

/** Where a VAT id stands at a moment, when answers are good for so many days. */
export function vatIdStanding(
  text: string,
  known: KnownVatId | null,
  { now, days }: { readonly now: Date; readonly days: number },
): Standing {
  const parsed = parseVatId(text);
  if (parsed === null) return { state: "malformed", due: false };
  if (known?.vatId !== parsed.vatId) return { state: "unchecked", due: true };
  if (known.state === "unavailable") {
    return { state: "unavailable", due: now.getTime() - Date.parse(known.askedAt) >= retryMs };
  }
  const age = now.getTime() - Date.parse(known.checkedAt ?? known.askedAt);
  return age < days * dayMs
    ? { state: known.state, due: false }
    : { state: "unchecked", due: true };
}

export function vatIdViewOf(
  vatId: string,
  known: KnownVatId | null,
  when: { readonly now: Date; readonly days: number },
): VatIdView {
  const moment = (text: string | null | undefined) => (text ? new Date(text).toISOString() : null);
  return {
    vatId,
    state: vatIdStanding(vatId, known, when).state,
    name: known?.name ?? "",
    consultationNumber: known?.consultationNumber ?? null,
    checkedAt: moment(known?.checkedAt),
    askedAt: moment(known?.askedAt),
  };
}
