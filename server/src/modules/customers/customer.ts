import type { Address } from "../../kernel/address.ts";
import type { Locale } from "../../kernel/locale.ts";

/** Someone who bought or may buy: with an account, or known from buying as a guest. */
export interface Customer {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly locale: Locale;
  readonly hasAccount: boolean;
  readonly createdAt: Date;
  readonly version: number;
}

export interface SavedAddress {
  readonly id: string;
  readonly address: Address;
  readonly isDefault: boolean;
}

/** More than anyone needs, few enough to send whole. */
export const mostAddresses = 50;
