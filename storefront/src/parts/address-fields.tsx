import { addressLimits } from "@shopwright/server/kernel/address";
import type { AddressField } from "@shopwright/server/kernel/address";
import { countryChoices, countryCodes } from "@shopwright/server/kernel/country";
import { postalRule } from "@shopwright/server/kernel/postal-rules";
import { usStates } from "@shopwright/server/kernel/us-state";
import type { InputHTMLAttributes } from "preact";
import type { AddressPrefix, PartialAddress } from "../pages/checkout-form.ts";
import type { AddressProblemTexts } from "../pages/checkout-problems.ts";
import type { Frame } from "../visit.ts";
import { Field, SelectField } from "./field.tsx";

interface AddressFieldsProps {
  readonly frame: Frame;
  readonly prefix: AddressPrefix;
  readonly address: PartialAddress;
  readonly problems: AddressProblemTexts;
}

/** An address in the order and with the fields that its country uses. */
export function AddressFields(props: AddressFieldsProps) {
  const { frame, prefix, address, problems } = props;
  const { text } = frame.visit;
  const country = address.country ?? frame.market.defaultCountry;
  const group = prefix === "address" ? "" : `${prefix} `;
  const field = (name: AddressField, label: string, input: InputHTMLAttributes = {}) => (
    <Field
      name={`${prefix}.${name}`}
      label={label}
      value={address[name] ?? ""}
      problem={problems[name]}
      optional={input.required ? undefined : text.checkout.optional}
      input={{
        ...input,
        maxLength: addressLimits[name],
        autocomplete: `${group}${autocompletes[name]}`,
      }}
    />
  );
  return (
    <div class="address" id={`${prefix}-address`} data-region>
      <Countries {...props} country={country} />
      {field("name", text.address.name, { required: true })}
      {field("company", text.address.company)}
      {field("line1", text.address.line1, { required: true })}
      {field("line2", text.address.line2)}
      <Place {...props} country={country} />
      {field("phone", text.address.phone, { type: "tel" })}
    </div>
  );
}

const autocompletes = {
  name: "name",
  company: "organization",
  line1: "address-line1",
  line2: "address-line2",
  city: "address-level2",
  postcode: "postal-code",
  region: "address-level1",
  country: "country",
  phone: "tel",
} as const satisfies Record<AddressField, string>;

type PlaceProps = AddressFieldsProps & { readonly country: string };

function Countries({ frame, prefix, problems, country }: PlaceProps) {
  const { text, locale } = frame.visit;
  // A bill may go anywhere; a parcel only where the shop sells.
  const codes = prefix === "shipping" ? servedCountries(frame, country) : countryCodes;
  return (
    <SelectField
      name={`${prefix}.country`}
      label={text.address.country}
      problem={problems.country}
      input={{
        autocomplete: prefix === "address" ? "country" : `${prefix} country`,
        required: true,
      }}
    >
      {countryChoices(locale, codes).map(({ code, name }) => (
        <option key={code} value={code} selected={code === country}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

/** Where the shop delivers, in whichever market: one that names no country sells everywhere else. */
function servedCountries({ info }: Frame, chosen: string): readonly string[] {
  if (info.markets.some(({ countries }) => countries.length === 0)) return countryCodes;
  return [...new Set([...info.markets.flatMap(({ countries }) => countries), chosen])];
}

/** Postcode, town and region in the order of the country's post. */
function Place(props: PlaceProps) {
  const { frame, prefix, address, problems, country } = props;
  const { text } = frame.visit;
  const rule = postalRule(country);
  const group = prefix === "address" ? "" : `${prefix} `;
  const postcode = (
    <Field
      key="postcode"
      class="short"
      name={`${prefix}.postcode`}
      label={country === "US" ? text.address.zip : text.address.postcode}
      value={address.postcode ?? ""}
      problem={problems.postcode}
      hint={rule.example && text.address.example(rule.example)}
      optional={rule.postcodeRequired ? undefined : text.checkout.optional}
      input={{
        required: rule.postcodeRequired,
        maxLength: addressLimits.postcode,
        autocomplete: `${group}postal-code`,
      }}
    />
  );
  const city = (
    <Field
      key="city"
      name={`${prefix}.city`}
      label={text.address.city}
      value={address.city ?? ""}
      problem={problems.city}
      input={{
        required: true,
        maxLength: addressLimits.city,
        autocomplete: `${group}address-level2`,
      }}
    />
  );
  const cityFirst = rule.layout === "us" || rule.layout === "after" || rule.layout === "city-first";
  return (
    <>
      <div class="place">{cityFirst ? [city, postcode] : [postcode, city]}</div>
      {(rule.regionRequired || rule.layout === "region-after") && <Region {...props} />}
    </>
  );
}

function Region({ frame, prefix, address, problems, country }: PlaceProps) {
  const { text } = frame.visit;
  const name = `${prefix}.region`;
  const autocomplete = prefix === "address" ? "address-level1" : `${prefix} address-level1`;
  if (country !== "US") {
    return (
      <Field
        name={name}
        label={country === "CA" ? text.address.province : text.address.region}
        value={address.region ?? ""}
        problem={problems.region}
        input={{ maxLength: addressLimits.region, autocomplete }}
      />
    );
  }
  return (
    <SelectField
      name={name}
      label={text.address.state}
      problem={problems.region}
      input={{ autocomplete, required: true }}
    >
      <option value="">{text.address.choose}</option>
      {Object.entries(usStates).map(([code, state]) => (
        <option key={code} value={code} selected={code === address.region}>
          {state}
        </option>
      ))}
    </SelectField>
  );
}
