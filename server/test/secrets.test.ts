import { beforeAll, describe, expect, test } from "vitest";
import { routes } from "../src/app/rooms.ts";
import { present } from "../src/kernel/assert.ts";
import { confirmSignUp, customerSignIn, signUp } from "../src/modules/customers/contract.ts";
import { askPasswordReset, inviteStaff, signIn } from "../src/modules/identity/contract.ts";
import { aStaff, goodPassword, openBrowser } from "../src/modules/identity/examples.ts";
import { createSetUpCode } from "../src/modules/identity/index.ts";
import { listMails, readMail } from "../src/modules/notifications/contract.ts";
import { seedSettings } from "../src/modules/settings/index.ts";
import { type MailServer, type OutgoingMail, useMailServer } from "../src/platform/mail-server.ts";
import { owner, testShop } from "./support/test-shop.ts";

const shop = await testShop();
await shop.edge().transaction((ctx) => seedSettings(ctx));
const browser = () => openBrowser(shop.database, routes);

/** The tables in which this text can be read, in any column. */
async function tablesWith(text: string): Promise<string[]> {
  const { rows: tables } = await shop.database.pool.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') order by 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const { rowCount } = await shop.database.pool.query(
      `select from ${name} t where position($1 in t::text) > 0 limit 1`,
      [text],
    );
    if (rowCount) found.push(name);
  }
  return found;
}

/** The token in the newest mail to this address, as an owner reads it. */
async function tokenMailed(recipient: string): Promise<string> {
  const { items } = await shop.call(listMails, { query: { search: recipient } }, owner);
  const params = { id: present(items[0], "a mail").id };
  const mail = await shop.call(readMail, { params }, owner);
  const [, token] = /token=([\w-]+)/.exec(mail.text) ?? [];
  expect(mail.html).toContain(`token=${token}`);
  return present(token, "a link with a token");
}

const sent: OutgoingMail[] = [];
const server: MailServer = { from: null, send: async (mail) => void sent.push(mail) };

describe("whoever reads the database", () => {
  const secrets: Record<string, string> = {};
  beforeAll(async () => {
    secrets["set-up"] = present(await shop.edge().transaction(createSetUpCode), "a code");
    await aStaff(shop.edge(), { email: "olive@shop.example", role: "owner" });
    const office = browser();
    await office.call(signIn, { body: { email: "olive@shop.example", password: goodPassword } });

    const shopper = browser();
    await shopper.call(signUp, { body: { email: "mira@example.com" } });
    await shop.drainJobs();
    const used = await tokenMailed("mira@example.com");
    const body = { token: used, name: "Mira", password: goodPassword };
    await shopper.call(confirmSignUp, { body });
    await shopper.call(customerSignIn, {
      body: { email: "mira@example.com", password: goodPassword },
    });

    await browser().call(signUp, { body: { email: "new@example.com" } });
    await browser().call(askPasswordReset, { body: { email: "olive@shop.example" } });
    const { linkPath } = await office.call(inviteStaff, {
      body: { email: "nils@shop.example", name: "Nils", role: "support", locale: "de" },
    });
    useMailServer(server);
    await shop.drainJobs();
    useMailServer(null);
    secrets["sign-up, used"] = used;
    secrets["sign-up"] = await tokenMailed("new@example.com");
    secrets["reset"] = await tokenMailed("olive@shop.example");
    secrets["invitation"] = await tokenMailed("nils@shop.example");
    secrets["invitation, told"] = linkPath.split("token=")[1] ?? "";
    for (const [index, value] of [
      ...office.cookies.values(),
      ...shopper.cookies.values(),
    ].entries()) {
      secrets[`session ${index}`] = value;
    }
  });

  test("finds no link, code or session that opens anything, in any table", async () => {
    expect(Object.keys(secrets)).toHaveLength(8);
    expect(secrets["invitation, told"]).toBe(secrets["invitation"]);
    for (const [what, secret] of Object.entries(secrets)) {
      expect([what, secret.length > 10, await tablesWith(secret)]).toEqual([what, true, []]);
    }
    expect(await tablesWith("mira@example.com")).toContain("notifications.mail");
  });

  test("is not whom the mails are sent to: those carry their links", () => {
    const links = (token: string | undefined) =>
      sent.filter(({ html, text }) =>
        [html, text].every((each) => each.includes(`token=${token}`)),
      );
    for (const what of ["sign-up", "reset", "invitation"]) {
      expect(links(secrets[what])).toHaveLength(1);
    }
  });
});
