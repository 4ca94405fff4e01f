import { describe, expect, it } from "vitest";
import { testShop } from "../../../test/support/test-shop.ts";
import { sql } from "../../platform/sql.ts";
import { cookieJar } from "../../platform/cookies.ts";
import {
  getMe,
  listMySessions,
  endMySession,
  signIn,
  signOut,
  changeMyPassword,
} from "./contract.ts";
import { aStaff, goodPassword, openBrowser, otherPassword } from "./examples.ts";
import { routes } from "./http.ts";
import { resolvePrincipal } from "./session.ts";
import { countTry } from "../../platform/throttle.ts";
import { signInLimits } from "./limits.ts";

const shop = await testShop();
const browser = () => openBrowser(shop.database, routes);
const edge = shop.edge();

describe("staff who sign in", () => {
  it("are known by a cookie from then on, with the permissions of their role", async () => {
    await aStaff(edge, { email: "wanda@shop.example", role: "warehouse", name: "Wanda" });
    const wanda = browser();
    const me = await wanda.call(signIn, {
      body: { email: " Wanda@Shop.example ", password: goodPassword },
    });
    expect(me).toMatchObject({ name: "Wanda", role: "warehouse", secondFactor: false });
    expect(me.permissions).toContain("stock:write");
    expect(me.permissions).not.toContain("staff:write");
    expect(await wanda.call(getMe, {})).toEqual({ staff: me });
    expect(await browser().call(getMe, {})).toEqual({ staff: null });
  });

  it("are not known to the store, nor by a token that was not made here", async () => {
    await aStaff(edge, { email: "two@shop.example", role: "manager" });
    const person = browser();
    await person.call(signIn, { body: { email: "two@shop.example", password: goodPassword } });
    const [cookie] = [...person.cookies];
    const jar = cookieJar(`shop_session=${cookie?.[1]}; office_session=${"x".repeat(43)}`, false);
    expect(await resolvePrincipal(shop.database, jar, "store")).toEqual({ kind: "anonymous" });
    expect(await resolvePrincipal(shop.database, jar, "admin")).toEqual({ kind: "anonymous" });
  });

  it("hear the same of a wrong password, an unknown address and a closed account", async () => {
    const closed = await aStaff(edge, { email: "closed@shop.example", role: "support" });
    await shop.database.run(
      sql`update identity.account set active = false where id = ${closed.id}`,
    );
    await aStaff(edge, { email: "open@shop.example", role: "support" });
    const tries = [
      { email: "open@shop.example", password: otherPassword },
      { email: "nobody@shop.example", password: goodPassword },
      { email: "closed@shop.example", password: goodPassword },
    ];
    const answers = [];
    for (const body of tries) {
      const texts = await shop.roundTrips(async () => {
        answers.push(
          await browser()
            .call(signIn, { body })
            .catch((error: unknown) => error),
        );
      });
      // The same statements too: nothing to tell them apart by.
      answers.push(texts);
    }
    expect(answers[0]).toMatchObject({ kind: { code: "wrong_credentials" }, details: {} });
    expect(answers[2]).toEqual(answers[0]);
    expect(answers[4]).toEqual(answers[0]);
    expect(answers[3]).toEqual(answers[1]);
    expect(answers[5]).toEqual(answers[1]);
  });

  it("wait after ten wrong passwords, from whichever address they come, and a right one does not help", async () => {
    await aStaff(edge, { email: "target@shop.example", role: "owner" });
    const attempt = (password: string) =>
      browser().call(signIn, { body: { email: "target@shop.example", password } });
    for (let index = 0; index < 10; index += 1) {
      await expect(attempt(`guess ${index}`)).rejects.toMatchObject({
        kind: { code: "wrong_credentials" },
      });
    }
    await expect(attempt(goodPassword)).rejects.toMatchObject({
      kind: { code: "too_many_attempts", status: 429 },
      details: { retryAfterSeconds: expect.any(Number) },
    });
  });

  it("wait after many tries from one address, whatever accounts they name", async () => {
    const address = "203.0.113.77";
    const one = openBrowser(shop.database, routes, address);
    const guess = () => one.call(signIn, { body: { email: "guess@shop.example", password: "x" } });
    await expect(guess()).rejects.toMatchObject({ kind: { code: "wrong_credentials" } });
    // Tries against many accounts within one moment, however slow this machine is.
    const now = new Date();
    for (let index = 0; index < 60; index += 1) {
      await countTry(shop.database, signInLimits("staff", `g${index}@shop.example`, address), now);
    }
    await expect(guess()).rejects.toMatchObject({ kind: { code: "too_many_attempts" } });
  });

  it("are forgiven their failures once they succeed", async () => {
    await aStaff(edge, { email: "clumsy@shop.example", role: "support" });
    const person = browser();
    for (let round = 0; round < 3; round += 1) {
      for (let index = 0; index < 8; index += 1) {
        const body = { email: "clumsy@shop.example", password: "typo" };
        await person.call(signIn, { body }).catch(() => undefined);
      }
      await person.call(signIn, { body: { email: "clumsy@shop.example", password: goodPassword } });
    }
    expect((await person.call(getMe, {})).staff?.email).toBe("clumsy@shop.example");
  });
});

describe("a session", () => {
  it("costs no round trip without a cookie and one with it", async () => {
    await aStaff(edge, { email: "trips@shop.example", role: "support" });
    const person = browser();
    await person.call(signIn, { body: { email: "trips@shop.example", password: goodPassword } });
    const jar = cookieJar(`office_session=${person.cookies.get("office_session")}`, false);
    const none = await shop.roundTrips(() =>
      resolvePrincipal(shop.database, cookieJar(undefined, false), "admin"),
    );
    const one = await shop.roundTrips(() => resolvePrincipal(shop.database, jar, "admin"));
    expect([none.length, one.length]).toEqual([0, 1]);
  });

  it("ends with signing out, here and not elsewhere", async () => {
    await aStaff(edge, { email: "leaver@shop.example", role: "support" });
    const [desk, phone] = [browser(), browser()];
    const body = { email: "leaver@shop.example", password: goodPassword };
    await desk.call(signIn, { body });
    await phone.call(signIn, { body });
    const stolen = new Map(desk.cookies);
    await desk.call(signOut, {});
    expect(desk.cookies.size).toBe(0);
    for (const [name, value] of stolen) desk.cookies.set(name, value);
    expect(await desk.call(getMe, {})).toEqual({ staff: null });
    expect((await phone.call(getMe, {})).staff?.email).toBe("leaver@shop.example");
  });

  it("can be seen and ended from another, and only by its holder", async () => {
    await aStaff(edge, { email: "holder@shop.example", role: "support" });
    await aStaff(edge, { email: "stranger@shop.example", role: "owner" });
    const [desk, phone, stranger] = [browser(), browser(), browser()];
    const body = { email: "holder@shop.example", password: goodPassword };
    await desk.call(signIn, { body });
    await phone.call(signIn, { body });
    await stranger.call(signIn, {
      body: { email: "stranger@shop.example", password: goodPassword },
    });
    const sessions = await desk.call(listMySessions, {});
    expect(sessions.filter((session) => session.current)).toHaveLength(1);
    expect(sessions).toHaveLength(2);
    const other = sessions.find((session) => !session.current);
    const params = { id: other?.id ?? "" };
    await expect(stranger.call(endMySession, { params })).rejects.toMatchObject({
      kind: { code: "not_found" },
    });
    await desk.call(endMySession, { params });
    expect(await phone.call(getMe, {})).toEqual({ staff: null });
    expect((await desk.call(getMe, {})).staff).not.toBeNull();
  });

  it("ends by itself when it is not used, and after a day in any case", async () => {
    await aStaff(edge, { email: "sleeper@shop.example", role: "support" });
    const person = browser();
    await person.call(signIn, { body: { email: "sleeper@shop.example", password: goodPassword } });
    const jar = cookieJar(`office_session=${person.cookies.get("office_session")}`, false);
    const kindAfter = async (hours: number) =>
      (
        await resolvePrincipal(
          shop.database,
          jar,
          "admin",
          new Date(Date.now() + hours * 3_600_000),
        )
      ).kind;
    expect(await kindAfter(9)).toBe("anonymous");
    const used = [];
    for (const hours of [7, 14, 21, 25]) used.push(await kindAfter(hours));
    expect(used).toEqual(["staff", "staff", "staff", "anonymous"]);
  });

  it("stays when its holder changes the password, while the others end", async () => {
    await aStaff(edge, { email: "changer@shop.example", role: "support" });
    const [desk, thief] = [browser(), browser()];
    const body = { email: "changer@shop.example", password: goodPassword };
    await desk.call(signIn, { body });
    await thief.call(signIn, { body });
    const wrong = desk.call(changeMyPassword, { body: { current: "not it", next: otherPassword } });
    await expect(wrong).rejects.toMatchObject({ kind: { code: "wrong_credentials" } });
    const weak = desk.call(changeMyPassword, {
      body: { current: goodPassword, next: "too short" },
    });
    await expect(weak).rejects.toMatchObject({
      kind: { code: "weak_password" },
      details: { reason: "too_short", limit: 15 },
    });
    await desk.call(changeMyPassword, { body: { current: goodPassword, next: otherPassword } });
    expect(await thief.call(getMe, {})).toEqual({ staff: null });
    expect((await desk.call(getMe, {})).staff).not.toBeNull();
    await thief.call(signIn, { body: { ...body, password: otherPassword } });
  });

  it("is stored so that whoever reads the database cannot use it", async () => {
    await aStaff(edge, { email: "reader@shop.example", role: "support" });
    const person = browser();
    await person.call(signIn, { body: { email: "reader@shop.example", password: goodPassword } });
    const token = person.cookies.get("office_session") ?? "none";
    const rows = await shop.database.all<{ text: string }>(
      sql`select s::text as text from identity.session s`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map((row) => row.text).join()).not.toContain(token);
    expect(rows.map((row) => row.text).join()).not.toContain(Buffer.from(token).toString("hex"));
  });
});
