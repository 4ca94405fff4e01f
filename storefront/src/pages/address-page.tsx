import { pathIn } from "../addresses.ts";
import { refusalText } from "../locales/index.ts";
import { AddressFields } from "../parts/address-fields.tsx";
import { Document } from "../parts/document.tsx";
import { Notice } from "../parts/notice.tsx";
import type { Frame } from "../visit.ts";
import type { PartialAddress } from "./checkout-form.ts";
import { problemTexts } from "./checkout-problems.ts";

interface AddressPageProps {
  readonly frame: Frame;
  /** "new", or the id of a saved address. */
  readonly id: string;
  readonly address: PartialAddress;
  readonly isDefault: boolean;
  readonly refused?: string | null;
}

/** A form for one address of the book. */
export function AddressPage({ frame, id, address, isDefault, refused }: AddressPageProps) {
  const { text, locale } = frame.visit;
  const title = id === "new" ? text.account.addAddress : text.account.editAddress;
  return (
    <Document frame={frame} title={title} paths={null}>
      <div class="prose">
        <h1>{title}</h1>
        {refused && <Notice tone="bad">{refusalText(text, refused)}</Notice>}
        <form class="form" method="post" action={pathIn(locale, `/account/addresses/${id}`)}>
          <AddressFields
            frame={frame}
            prefix="address"
            address={address}
            problems={refused === "bad_request" ? problemTexts(frame, address) : {}}
          />
          <label class="choice">
            <input
              type="checkbox"
              id="isDefault"
              name="isDefault"
              value="yes"
              checked={isDefault}
            />
            <span>{text.account.isDefault}</span>
          </label>
          <p>
            <button class="button button-main" type="submit" name="do" value="save">
              {text.account.saveAddress}
            </button>{" "}
            <button
              class="link-button"
              type="submit"
              name="do"
              value="country"
              formNoValidate
              data-country-button
            >
              {text.address.otherCountry}
            </button>
          </p>
        </form>
        <p>
          <a href={pathIn(locale, "/account")}>{text.account.toAccount}</a>
        </p>
      </div>
    </Document>
  );
}
