import { type Address, addressProblems, tidyAddress } from "../../../kernel/address.ts";
import type { Uuid } from "../../../kernel/ids.ts";
import { isLocale, type Locale } from "../../../kernel/locale.ts";
import { emailSchema } from "../../../kernel/wire.ts";
import type { Context } from "../../../platform/context.ts";
import { sql } from "../../../platform/sql.ts";
import { importCustomers, type ListedCustomer } from "../../customers/index.ts";
import type { Sheet, SheetRow } from "../columns/sheet.ts";
import { bad } from "../item-problem.ts";
import type { ImportItem, ItemPlan, KindOfImport } from "../imports/kind-of-import.ts";
import { planEach } from "./plan-each.ts";

/** People by mail address. New ones are guests; passwords are never in a file. */
export const customerImport: KindOfImport<ListedCustomer> = {
  needs: [["email"]],
  keyOf: (sheet, row) => {
    const email = (sheet.cell(row, "email") ?? "").toLowerCase();
    return { key: email === "" ? `row:${row.number}` : email.slice(0, 254), code: null };
  },
  passes: () => 1,
  plan: planCustomers,
  write: (ctx, _importId, work) => importCustomers(ctx, work),
};

interface Known {
  readonly id: Uuid;
  readonly email: string;
  readonly name: string;
  readonly locale: Locale;
}

async function planCustomers(
  ctx: Context,
  _importId: Uuid,
  sheet: Sheet,
  items: readonly ImportItem[],
): Promise<ItemPlan<ListedCustomer>[]> {
  // An account stands before a guest record under the same address.
  const known = await ctx.db.all<Known>(sql`
    select distinct on (lower(email)) id, email, name, locale from customers.listed
    where lower(email) = any(${items.map(({ key }) => key)}::text[])
    order by lower(email), has_account desc`);
  const byEmail = new Map(known.map((person) => [person.email.toLowerCase(), person]));
  return planEach(sheet, items, (row) => {
    const given = sheet.cell(row, "email") ?? "";
    const email = emailSchema.safeParse(given);
    if (!email.success) return bad("email_invalid", "email", row.number, given);
    const before = byEmail.get(email.data);
    const name = nameOf(sheet, row) ?? before?.name ?? "";
    if (name.length > 100 || /\p{Cc}/u.test(name)) bad("text_invalid", "name", row.number, name);
    const locale = localeOf(sheet, row, before);
    const address = before === undefined ? addressOf(sheet, row, name) : null;
    const pairs: [string, string, string][] = [
      ["email", before === undefined ? "" : email.data, email.data],
      ["name", before?.name ?? "", name],
      ["locale", before?.locale ?? "", locale],
      [
        "address",
        "",
        address === null ? "" : `${address.line1}, ${address.city}, ${address.country}`,
      ],
    ];
    return {
      title: name === "" ? email.data : name,
      isNew: before === undefined,
      differences: pairs
        .filter(([, was, is]) => was !== is)
        .map(([field, was, is]) => ({ field, before: was, after: is })),
      work: { id: before?.id ?? null, email: email.data, name, locale, address },
    };
  });
}

function nameOf(sheet: Sheet, row: SheetRow): string | undefined {
  const whole = sheet.cell(row, "name");
  if (whole !== undefined) return whole.normalize("NFC");
  if (!sheet.has("first_name") && !sheet.has("last_name")) return undefined;
  return [sheet.cell(row, "first_name"), sheet.cell(row, "last_name")]
    .filter((part) => part !== undefined && part !== "")
    .join(" ")
    .normalize("NFC");
}

function localeOf(sheet: Sheet, row: SheetRow, before: Known | undefined): Locale {
  const text = (sheet.cell(row, "locale") ?? "").slice(0, 2).toLowerCase();
  if (text === "") return before?.locale ?? sheet.options.locale;
  return isLocale(text) ? text : bad("choice_invalid", "locale", row.number, text);
}

function addressOf(sheet: Sheet, row: SheetRow, name: string): Address | null {
  const cell = (field: string) => sheet.cell(row, field) ?? "";
  if (cell("line1") === "" && cell("city") === "") return null;
  const address = tidyAddress({
    name: cell("address_name") || name,
    company: cell("company"),
    line1: cell("line1"),
    line2: cell("line2"),
    postcode: cell("postcode"),
    city: cell("city"),
    region: cell("region"),
    country: cell("country"),
    phone: cell("phone"),
  });
  const [problem] = addressProblems(address);
  if (problem !== undefined)
    bad("address_incomplete", problem.field, row.number, address[problem.field] ?? "");
  return address;
}
