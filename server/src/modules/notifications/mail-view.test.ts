import { beforeEach, describe, expect, it } from "vitest";
import { owner, staffWith, testShop } from "../../../test/support/test-shop.ts";
import { present } from "../../kernel/assert.ts";
import { newId } from "../../kernel/ids.ts";
import { sql } from "../../platform/sql.ts";
import { refusalOf } from "../checkout/examples.ts";
import { rolePermissions } from "../identity/index.ts";
import { seedSettings } from "../settings/index.ts";
import * as contract from "./contract.ts";
import { passwordResetLetter, securedLetter } from "./letters/account-letters.ts";
import { writeMail } from "./write-mail.ts";

const shop = await testShop();
const { database } = shop;
const edge = shop.edge();
await edge.transaction((ctx) => seedSettings(ctx));

const manager = staffWith(...rolePermissions.manager);
const account = { shop: "Shop", locale: "en", name: "Kim", staff: false } as const;
const link = { url: "http://shop.test/account/reset?token=s3cret&x=1", until: null };

const writeReset = (recipient: string, { url } = link) =>
  edge.transaction((ctx) =>
    writeMail(ctx, {
      kind: "password_reset",
      recipient,
      locale: "en",
      letter: passwordResetLetter(account, { url, until: null }),
      secretLink: url,
      cause: newId(),
    }),
  );

const writePlain = (recipient: string) =>
  edge.transaction((ctx) =>
    writeMail(ctx, {
      kind: "account_secured",
      recipient,
      locale: "en",
      letter: securedLetter(account, "password"),
      cause: null,
    }),
  );

const list = (query: object = {}) => shop.call(contract.listMails, { query }, owner);

const newest = async () => present((await list({ limit: 1 })).items[0], "a mail");

beforeEach(async () => {
  await database.run(sql`delete from notifications.mail`);
});

describe("the mail view", () => {
  it("shows a link that opens an account to owners, and to others without it", async () => {
    await writeReset("kim@example.com");
    const params = { id: (await newest()).id };
    const seen = await shop.call(contract.readMail, { params }, owner);
    expect([seen.linkShown, seen.text.includes(link.url)]).toEqual([true, true]);
    const hidden = await shop.call(contract.readMail, { params }, manager);
    expect(hidden.linkShown).toBe(false);
    expect(hidden.html + hidden.text).not.toContain("s3cret");
    expect(hidden.text).toContain("Choose a new password");
  });

  const setDemo = async (demo: boolean) => {
    await database.run(sql`
      update settings.setting set value = jsonb_set(value, '{demo}', ${String(demo)}::jsonb) where name = 'shop'`);
    database.memory.held.clear();
  };

  it("shows it to whoever reads mails where the shop is a demo", async () => {
    await writeReset("kim@example.com");
    const params = { id: (await newest()).id };
    await setDemo(true);
    expect((await shop.call(contract.readMail, { params }, manager)).text).toContain("s3cret");
    await setDemo(false);
    expect((await shop.call(contract.readMail, { params }, manager)).text).not.toContain("s3cret");
  });

  it("keeps links of staff to owners also where the shop is a demo", async () => {
    await writeReset("owner@example.com", {
      ...link,
      url: "http://shop.test/admin/reset?token=s3cret",
    });
    const params = { id: (await newest()).id };
    await setDemo(true);
    expect((await shop.call(contract.readMail, { params }, manager)).text).not.toContain("s3cret");
    expect((await shop.call(contract.readMail, { params }, owner)).text).toContain("s3cret");
    await setDemo(false);
  });

  it("finds mails by address, subject, kind and state, a page at a time", async () => {
    for (const name of ["ada", "bob", "cleo"]) await writePlain(`${name}@example.com`);
    await writeReset("ada@example.com");
    const recipients = async (query: object) =>
      (await list(query)).items.map((each) => each.recipient);
    expect(await recipients({ search: "ada@" })).toEqual(["ada@example.com", "ada@example.com"]);
    expect(await recipients({ search: "NEW PASSWORD" })).toEqual(["ada@example.com"]);
    expect(await recipients({ search: "%" })).toEqual([]);
    expect(await recipients({ kind: "account_secured" })).toHaveLength(3);
    expect(await recipients({ state: "sent" })).toEqual([]);
    const first = await list({ limit: 3 });
    const second = await list({ limit: 3, after: first.next });
    expect([first.items.length, second.items.length, second.next]).toEqual([3, 1, null]);
    expect((await refusalOf(list({ after: "x" }))).code).toBe("bad_request");
  });

  it("sends a mail again as a mail of its own, but not one that is still on its way", async () => {
    await writePlain("ada@example.com");
    const { id } = await newest();
    const again = () =>
      shop.call(contract.resendMail, { params: { id }, idempotencyKey: newId() }, owner);
    expect((await refusalOf(again())).code).toBe("mail_under_way");
    await shop.drainJobs();
    const sent = await again();
    expect([sent.repeats, sent.recipient, sent.state]).toEqual([id, "ada@example.com", "queued"]);
    await shop.drainJobs();
    expect((await list()).items.map((each) => each.state)).toEqual(["kept", "kept"]);
    const { n } = await database.one<{ n: bigint }>(sql`
      select count(*) as n from platform.audit_trail where action = 'mail.resent' and subject = ${id}`);
    expect(n).toBe(1n);
  });
});
