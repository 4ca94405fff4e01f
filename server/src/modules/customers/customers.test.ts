import { describe, expect, it } from "vitest";
import { callerFor, owner, staffWith, testShop } from "../../../test/support/test-shop.ts";
import { routesById, shopFor } from "../../app/shop.ts";
import type { CallInput, Endpoint, ReplyOf } from "../../kernel/endpoint.ts";
import { typeId } from "../../kernel/type-id.ts";
import { sql } from "../../platform/sql.ts";
import {
  type Browser,
  goodPassword,
  newestToken,
  openBrowser,
  otherPassword,
  published,
  runJobs,
} from "../identity/examples.ts";
import { jobs } from "../identity/jobs.ts";
import { seedCustomerAccount } from "./account.ts";
import * as contract from "./contract.ts";
import { findOrCreateCustomer } from "./find-or-create-customer.ts";
import { routes } from "./http.ts";

const shop = await testShop();
const browser = () => openBrowser(shop.database, routes);
const byId = routesById(routes);
const refusal = (code: string) => ({ kind: { code } });
const system = { kind: "system", name: "test" } as const;

function asStaff<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E>,
  as = owner as Parameters<typeof callerFor>[0],
): Promise<ReplyOf<E>> {
  return shopFor({ database: shop.database, checkReplies: true }, byId, callerFor(as)).call(
    endpoint,
    input,
  );
}

function buysAsGuest(email: string, name = "Guest"): Promise<string> {
  return shop.edge(system).transaction((ctx) => findOrCreateCustomer(ctx, email, name, "en"));
}

async function asksForAccount(email: string): Promise<string> {
  await browser().call(contract.signUp, { body: { email } });
  await runJobs(shop.database, jobs);
  return newestToken(shop.database, "identity.customer-signed-up");
}

async function aCustomer(email: string): Promise<Browser> {
  const person = { email, name: "Mira Sandberg", locale: "en", password: goodPassword } as const;
  await shop.edge(system).transaction((ctx) => seedCustomerAccount(ctx, person));
  const mira = browser();
  await mira.call(contract.customerSignIn, { body: { email, password: goodPassword } });
  return mira;
}

describe("an account", () => {
  it("is opened with the mailed link, a name and a password, once, and signs in", async () => {
    const token = await asksForAccount("mira@example.com");
    const mira = browser();
    const open = (password: string) =>
      mira.call(contract.confirmSignUp, { body: { token, name: "Mira", password } });
    await expect(open("mira mira mira mira")).rejects.toMatchObject({
      ...refusal("weak_password"),
      details: { reason: "personal" },
    });
    const account = await open(goodPassword);
    expect(account).toMatchObject({ email: "mira@example.com", name: "Mira" });
    expect(await mira.call(contract.getAccount, {})).toEqual({ customer: account });
    await expect(open(goodPassword)).rejects.toMatchObject(refusal("link_expired"));
    await mira.call(contract.customerSignOut, {});
    expect(await mira.call(contract.getAccount, {})).toEqual({ customer: null });
    await mira.call(contract.customerSignIn, {
      body: { email: "MIRA@example.com", password: goodPassword },
    });
  });

  it("is asked for alike under a taken and a free address; only the mails differ", async () => {
    await aCustomer("taken@example.com");
    const ask = (email: string) =>
      shop.roundTrips(() => browser().call(contract.signUp, { body: { email } }));
    expect(await ask("taken@example.com")).toEqual(await ask("free@example.com"));
    await runJobs(shop.database, jobs);
    const fresh = await published(shop.database, "identity.customer-signed-up");
    const repeated = await published(shop.database, "identity.sign-up-repeated");
    expect(fresh.map(({ recipient }) => recipient)).toContain("free@example.com");
    expect(fresh.map(({ recipient }) => recipient)).not.toContain("taken@example.com");
    expect(repeated).toMatchObject([
      { recipient: "taken@example.com", linkPath: "/account/sign-in" },
    ]);
  });

  it("is one for an address, also when two links for it are used at once", async () => {
    const first = await asksForAccount("double@example.com");
    await shop.database.run(
      sql`update identity.link set email = 'parked' where email = 'double@example.com'`,
    );
    const second = await asksForAccount("double@example.com");
    await shop.database.run(
      sql`update identity.link set email = 'double@example.com' where email = 'parked'`,
    );
    const open = (token: string) =>
      browser().call(contract.confirmSignUp, {
        body: { token, name: "D", password: goodPassword },
      });
    const both = await Promise.allSettled([open(first), open(second)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const rows = await shop.database.all(
      sql`select id from customers.customer where email = 'double@example.com'`,
    );
    expect(rows).toHaveLength(1);
  });

  it("keeps a name and a language, and lets its holder see and end sessions", async () => {
    const mira = await aCustomer("profile@example.com");
    const changed = await mira.call(contract.changeProfile, {
      body: { name: "Mira S.", locale: "de" },
    });
    expect(changed).toMatchObject({ name: "Mira S.", locale: "de" });
    const phone = browser();
    await phone.call(contract.customerSignIn, {
      body: { email: "profile@example.com", password: goodPassword },
    });
    const other = (await phone.call(contract.listSessions, {})).find((session) => !session.current);
    await phone.call(contract.endSession, { params: { id: other?.id ?? "" } });
    expect(await mira.call(contract.getAccount, {})).toEqual({ customer: null });
    await expect(mira.call(contract.listSessions, {})).rejects.toMatchObject(
      refusal("sign_in_required"),
    );
  });

  it("gets a new password from its holder or by mail, and no other account does", async () => {
    const mira = await aCustomer("reset@example.com");
    await mira.call(contract.changePassword, {
      body: { current: goodPassword, next: otherPassword },
    });
    await browser().call(contract.askCustomerPasswordReset, {
      body: { email: "reset@example.com" },
    });
    await runJobs(shop.database, jobs);
    const token = await newestToken(shop.database, "identity.password-reset-requested");
    await browser().call(contract.resetCustomerPassword, {
      body: { token, password: "the third one is the charm" },
    });
    expect(await mira.call(contract.getAccount, {})).toEqual({ customer: null });
    const old = mira.call(contract.customerSignIn, {
      body: { email: "reset@example.com", password: otherPassword },
    });
    await expect(old).rejects.toMatchObject(refusal("wrong_credentials"));
  });
});

describe("a guest", () => {
  it("has one record for an address, also when two orders come at once", async () => {
    const ids = await Promise.all(
      Array.from({ length: 5 }, () => buysAsGuest("guest@example.com")),
    );
    expect(new Set(ids).size).toBe(1);
    expect(await buysAsGuest("Guest@Example.com")).toBe(ids[0]);
  });

  it("costs one round trip, and waits for no other order of the same guest", async () => {
    const id = await buysAsGuest("waits@example.com");
    const [begun, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const slow = shop.edge(system).transaction(async (ctx) => {
      await findOrCreateCustomer(ctx, "waits@example.com", "A", "en");
      begun.resolve();
      await gate.promise;
    });
    await begun.promise;
    const texts = await shop.roundTrips(async () =>
      expect(await buysAsGuest("waits@example.com")).toBe(id),
    );
    gate.resolve();
    await slow;
    expect(texts.filter((text) => text !== "begin" && text !== "commit")).toHaveLength(1);
  });

  it("never lands in the account of whoever has the address", async () => {
    const mira = await aCustomer("holder@example.com");
    const account = (await mira.call(contract.getAccount, {})).customer;
    const guest = await buysAsGuest("holder@example.com", "Someone Else");
    expect(typeId("customer", guest)).not.toBe(account?.id);
    expect((await mira.call(contract.getAccount, {})).customer?.name).toBe("Mira Sandberg");
  });

  it("finds earlier orders in the account, once the address is proven", async () => {
    const guest = await buysAsGuest("later@example.com");
    const token = await asksForAccount("later@example.com");
    const account = await browser().call(contract.confirmSignUp, {
      body: { token, name: "L", password: goodPassword },
    });
    expect(account.id).toBe(typeId("customer", guest));
    expect(await buysAsGuest("later@example.com")).not.toBe(guest);
  });
});

describe("the address book", () => {
  const home = {
    name: "Mira Sandberg",
    line1: "Am Kai 4",
    city: "Hamburg",
    postcode: "20457",
    country: "DE",
  };
  const work = { ...home, line1: "Werftweg 9" };

  it("always has one default while it has addresses", async () => {
    const mira = await aCustomer("book@example.com");
    const add = (address: typeof home, isDefault: boolean) =>
      mira.call(contract.addAddress, { body: { address, isDefault } });
    const first = await add(home, false);
    expect(first.isDefault).toBe(true);
    const second = await add(work, true);
    const book = await mira.call(contract.listAddresses, {});
    expect(book.map(({ id, isDefault }) => [id, isDefault])).toEqual([
      [second.id, true],
      [first.id, false],
    ]);
    const params = { id: second.id };
    const kept = await mira.call(contract.changeAddress, {
      params,
      body: { address: { ...work, city: "hamburg " }, isDefault: false },
    });
    expect(kept).toMatchObject({ isDefault: true, address: { city: "hamburg" } });
    await mira.call(contract.removeAddress, { params });
    expect(await mira.call(contract.listAddresses, {})).toEqual([{ ...first, isDefault: true }]);
  });

  it("has one default after many changes at once", async () => {
    const mira = await aCustomer("many@example.com");
    await Promise.all(
      Array.from({ length: 6 }, () =>
        mira.call(contract.addAddress, { body: { address: home, isDefault: true } }),
      ),
    );
    const book = await mira.call(contract.listAddresses, {});
    expect([book.length, book.filter(({ isDefault }) => isDefault).length]).toEqual([6, 1]);
  });

  it("is nobody else's, and has an end", async () => {
    const [mira, thief] = [
      await aCustomer("mine@example.com"),
      await aCustomer("thief@example.com"),
    ];
    const { id } = await mira.call(contract.addAddress, {
      body: { address: home, isDefault: true },
    });
    const change = thief.call(contract.changeAddress, {
      params: { id },
      body: { address: work, isDefault: true },
    });
    await expect(change).rejects.toMatchObject(refusal("not_found"));
    await expect(thief.call(contract.removeAddress, { params: { id } })).rejects.toMatchObject(
      refusal("not_found"),
    );
    expect(await mira.call(contract.listAddresses, {})).toMatchObject([{ id, address: home }]);
    await shop.database.run(sql`
      insert into customers.address (id, customer_id, address, created_at)
      select gen_random_uuid(), customer_id, address, now() from customers.address, generate_series(1, 49)
      where customer_id = (select id from customers.customer where email = 'mine@example.com')`);
    const more = mira.call(contract.addAddress, { body: { address: home, isDefault: false } });
    await expect(more).rejects.toMatchObject(refusal("too_many_addresses"));
  });

  it("takes only what a post can deliver to", async () => {
    const mira = await aCustomer("post@example.com");
    const wrong = mira.call(contract.addAddress, {
      body: { address: { ...home, postcode: "1" }, isDefault: true },
    });
    await expect(wrong).rejects.toMatchObject({
      ...refusal("bad_request"),
      details: { problems: [{ path: "body.address.postcode", message: "invalid" }] },
    });
  });
});

describe("customers in the back office", () => {
  it("are found by parts of name and address, page by page, each once", async () => {
    for (let index = 0; index < 7; index += 1)
      await buysAsGuest(`found${index}@harbour.example`, `Quill_${index} Harper`);
    await buysAsGuest("quillx@harbour.example", "QuillX");
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const query = {
        search: "HARPER found",
        limit: "3",
        ...(after === undefined ? {} : { after }),
      };
      const page = await asStaff(contract.listCustomers, { query });
      seen.push(...page.items.map(({ email }) => email));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0].map((index) => `found${index}@harbour.example`));
    const underscore = await asStaff(contract.listCustomers, { query: { search: "quill_" } });
    expect(underscore.items).toHaveLength(7);
    await expect(
      asStaff(contract.listCustomers, { query: { after: "'; drop table" } }),
    ).rejects.toMatchObject(refusal("bad_request"));
    expect((await asStaff(contract.listCustomers, {})).items.length).toBeGreaterThan(7);
  });

  it("are corrected over the version that was read, and have notes only staff see", async () => {
    const id = typeId("customer", await buysAsGuest("noted@example.com", "Notd"));
    const params = { id };
    const change = (version: number) =>
      asStaff(contract.changeCustomer, { params, body: { version, name: "Noted", locale: "de" } });
    expect(await change(1)).toMatchObject({
      name: "Noted",
      locale: "de",
      version: 2,
      hasAccount: false,
    });
    await expect(change(1)).rejects.toMatchObject({
      ...refusal("changed_meanwhile"),
      details: { version: 2 },
    });
    await asStaff(contract.addCustomerNote, { params, body: { text: "Rings twice\r\nDog" } });
    const view = await asStaff(contract.addCustomerNote, {
      params,
      body: { text: "Prefers mornings" },
    });
    expect(view.notes.map(({ text, author }) => [text, author])).toEqual([
      ["Prefers mornings", owner.name],
      ["Rings twice\nDog", owner.name],
    ]);
    await expect(
      asStaff(contract.getCustomer, { params }, staffWith("orders:read")),
    ).rejects.toMatchObject(refusal("not_allowed"));
    const nobody = { id: typeId("customer", "01900000-0000-7000-8000-0000000000ff") };
    await expect(asStaff(contract.getCustomer, { params: nobody })).rejects.toMatchObject(
      refusal("not_found"),
    );
    await expect(
      asStaff(contract.addCustomerNote, { params: nobody, body: { text: "x" } }),
    ).rejects.toMatchObject(refusal("not_found"));
  });
});
