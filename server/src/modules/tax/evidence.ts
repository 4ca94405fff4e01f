import type { VatIdState } from "./contract.ts";
import type { Certificate } from "./certificate.ts";

/** Why an order was taxed as it was: what was known when it was placed, kept for the tax office. */
export interface TaxEvidence {
  readonly vatId: {
    readonly vatId: string;
    readonly state: VatIdState;
    readonly name: string;
    readonly consultationNumber: string | null;
    /** When the register last said yes or no; ISO 8601. */
    readonly checkedAt: string | null;
  } | null;
  /** The certificate that freed the order; null when none did. */
  readonly certificate: Pick<Certificate, "number" | "expiresOn"> | null;
}
