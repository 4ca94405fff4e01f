import { describe, expect, it } from "vitest";
import { testShop } from "../../../test/support/test-shop.ts";
import { sql } from "../../platform/sql.ts";
import { createFirstOwner, createSetUpCode } from "./set-up.ts";
import * as contract from "./contract.ts";
import {
  aStaff,
  type Browser,
  goodPassword,
  newestToken,
  openBrowser,
  otherPassword,
  runJobs,
} from "./examples.ts";
import { routes } from "./http.ts";
import { jobs } from "./jobs.ts";

const shop = await testShop();
const browser = () => openBrowser(shop.database, routes);
const edge = shop.edge();
const refusal = (code: string) => ({ kind: { code } });

async function signedIn(email: string, password = goodPassword): Promise<Browser> {
  const person = browser();
  await person.call(contract.signIn, { body: { email, password } });
  return person;
}

async function theOnlyOwner(email: string): Promise<Browser> {
  await shop.database.run(sql`update identity.account set active = false where role = 'owner'`);
  await aStaff(edge, { email, role: "owner", name: "Olive" });
  return signedIn(email);
}

async function staffNamed(owner: Browser, email: string) {
  const list = await owner.call(contract.listStaff, {});
  const found = list.find((each) => each.email === email);
  if (found === undefined) throw new Error(`${email} is on the staff`);
  return found;
}

describe("first set-up", () => {
  const owner = {
    email: "first@shop.example",
    name: "Fenna",
    password: goodPassword,
    locale: "de",
  } as const;

  it("makes one owner, in the browser, against the printed code", async () => {
    const code = await edge.transaction((ctx) => createSetUpCode(ctx));
    const person = browser();
    expect(await person.call(contract.getSetUp, {})).toEqual({ needed: true });
    const wrong = person.call(contract.setUp, { body: { ...owner, code: "0000-0000-0000" } });
    await expect(wrong).rejects.toMatchObject(refusal("wrong_set_up_code"));
    const weak = person.call(contract.setUp, {
      body: { ...owner, code: code ?? "", password: "fenna first" },
    });
    await expect(weak).rejects.toMatchObject(refusal("weak_password"));
    const body = { ...owner, code: (code ?? "").toUpperCase().replaceAll("-", "") };
    const both = await Promise.allSettled([
      person.call(contract.setUp, { body }),
      browser().call(contract.setUp, { body }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await browser().call(contract.getSetUp, {})).toEqual({ needed: false });
    const late = browser().call(contract.setUp, { body });
    await expect(late).rejects.toMatchObject(refusal("already_set_up"));
    expect(await edge.transaction((ctx) => createSetUpCode(ctx))).toBeNull();
    expect(
      await edge.transaction((ctx) => createFirstOwner(ctx, { email: "x@shop.example" })),
    ).toBeNull();
  });

  it("or by the start command, with a password made up for this installation", async () => {
    await shop.database.run(sql`delete from identity.account`);
    const made = await edge.transaction((ctx) =>
      createFirstOwner(ctx, { email: "start@shop.example" }),
    );
    expect(made?.password.length).toBeGreaterThanOrEqual(15);
    const person = await signedIn("start@shop.example", made?.password);
    expect((await person.call(contract.getMe, {})).staff).toMatchObject({
      role: "owner",
      passwordIsGenerated: true,
    });
    await person.call(contract.changeMyPassword, {
      body: { current: made?.password ?? "", next: goodPassword },
    });
    expect((await person.call(contract.getMe, {})).staff?.passwordIsGenerated).toBe(false);
  });
});

describe("an invitation", () => {
  it("lets someone join once, with a password of their own", async () => {
    const owner = await theOnlyOwner("inviter@shop.example");
    const { staff, linkPath } = await owner.call(contract.inviteStaff, {
      body: { email: "new@shop.example", name: "Nils", role: "support", locale: "de" },
    });
    expect(staff).toMatchObject({ state: "invited", role: "support" });
    expect(linkPath).toMatch(/^\/admin\/invitation\?token=/);
    const token = await newestToken(shop.database, "identity.staff-invited");
    expect(linkPath).toContain(token);
    const nils = browser();
    expect(await nils.call(contract.getInvitation, { body: { token } })).toMatchObject({
      name: "Nils",
      role: "support",
    });
    const weak = nils.call(contract.acceptInvitation, { body: { token, password: "short" } });
    await expect(weak).rejects.toMatchObject(refusal("weak_password"));
    const me = await nils.call(contract.acceptInvitation, {
      body: { token, password: otherPassword },
    });
    expect(me).toMatchObject({ role: "support", locale: "de" });
    expect((await nils.call(contract.getMe, {})).staff?.email).toBe("new@shop.example");
    for (const endpoint of [contract.acceptInvitation, contract.getInvitation] as const) {
      const again = browser().call(endpoint as typeof contract.acceptInvitation, {
        body: { token, password: otherPassword },
      });
      await expect(again).rejects.toMatchObject(refusal("link_expired"));
    }
    const joined = owner.call(contract.inviteAgain, { params: { id: staff.id } });
    await expect(joined).rejects.toMatchObject(refusal("already_joined"));
  });

  it("replaces the one before, and needs an address nobody on the staff has", async () => {
    const owner = await theOnlyOwner("again@shop.example");
    const body = {
      email: "late@shop.example",
      name: "Lena",
      role: "warehouse",
      locale: "en",
    } as const;
    const first = await owner.call(contract.inviteStaff, { body });
    await expect(
      owner.call(contract.inviteStaff, { body: { ...body, email: "LATE@shop.example" } }),
    ).rejects.toMatchObject(refusal("email_taken"));
    const second = await owner.call(contract.inviteAgain, { params: { id: first.staff.id } });
    const tokenOf = (path: string) => path.split("token=")[1] ?? "";
    const old = browser().call(contract.acceptInvitation, {
      body: { token: tokenOf(first.linkPath), password: goodPassword },
    });
    await expect(old).rejects.toMatchObject(refusal("link_expired"));
    await browser().call(contract.acceptInvitation, {
      body: { token: tokenOf(second.linkPath), password: goodPassword },
    });
  });
});

describe("changing the staff", () => {
  it("is for owners, and not for oneself", async () => {
    const owner = await theOnlyOwner("boss@shop.example");
    await aStaff(edge, { email: "manager@shop.example", role: "manager" });
    const manager = await signedIn("manager@shop.example");
    await expect(manager.call(contract.listStaff, {})).rejects.toMatchObject(
      refusal("not_allowed"),
    );
    const self = await staffNamed(owner, "boss@shop.example");
    const params = { id: self.id };
    const demoted = owner.call(contract.changeStaff, {
      params,
      body: { version: self.version, name: "Olive", role: "support" },
    });
    await expect(demoted).rejects.toMatchObject(refusal("own_role"));
    const locked = owner.call(contract.deactivateStaff, {
      params,
      body: { version: self.version },
    });
    await expect(locked).rejects.toMatchObject(refusal("own_role"));
    const renamed = await owner.call(contract.changeStaff, {
      params,
      body: { version: self.version, name: "Olive O.", role: "owner" },
    });
    expect(renamed.name).toBe("Olive O.");
  });

  it("never hands out more than one has", async () => {
    await theOnlyOwner("granter@shop.example");
    const limited = shop.edge({
      kind: "staff",
      staffId: "01900000-0000-7000-8000-00000000000a",
      name: "Half",
      permissions: new Set(["staff:write", "stock:read"]),
    });
    const { changeStaff } = await import("./change-staff.ts");
    const { inviteStaff } = await import("./invite-staff.ts");
    const person = await aStaff(edge, { email: "climber@shop.example", role: "warehouse" });
    const raise = limited.transaction((ctx) =>
      changeStaff(ctx, person.id, { version: 1, name: "Climber", role: "manager" }),
    );
    await expect(raise).rejects.toMatchObject(refusal("not_allowed"));
    const invite = limited.transaction((ctx) =>
      inviteStaff(ctx, { email: "friend@shop.example", name: "F", role: "owner", locale: "en" }),
    );
    await expect(invite).rejects.toMatchObject(refusal("not_allowed"));
  });

  it("counts from the person's next request, and locks out at once", async () => {
    const owner = await theOnlyOwner("chief@shop.example");
    await aStaff(edge, { email: "moved@shop.example", role: "support" });
    const moved = await signedIn("moved@shop.example");
    const before = await staffNamed(owner, "moved@shop.example");
    const params = { id: before.id };
    await owner.call(contract.changeStaff, {
      params,
      body: { version: before.version, name: before.name, role: "accounts" },
    });
    expect((await moved.call(contract.getMe, {})).staff?.permissions).toContain("books:write");
    const stale = owner.call(contract.deactivateStaff, {
      params,
      body: { version: before.version },
    });
    await expect(stale).rejects.toMatchObject({
      ...refusal("changed_meanwhile"),
      details: { version: before.version + 1 },
    });
    const locked = await owner.call(contract.deactivateStaff, {
      params,
      body: { version: before.version + 1 },
    });
    expect(locked.state).toBe("deactivated");
    expect(await moved.call(contract.getMe, {})).toEqual({ staff: null });
    await expect(signedIn("moved@shop.example")).rejects.toMatchObject(
      refusal("wrong_credentials"),
    );
    const back = await owner.call(contract.reactivateStaff, {
      params,
      body: { version: locked.version },
    });
    expect(back).toMatchObject({ state: "active", role: "accounts" });
    await signedIn("moved@shop.example");
  });

  it("keeps one owner, also when two remove each other at the same moment", async () => {
    const ann = await theOnlyOwner("ann@shop.example");
    const { id: benId } = await aStaff(edge, { email: "ben@shop.example", role: "owner" });
    const ben = await signedIn("ben@shop.example");
    const annStaff = await staffNamed(ann, "ann@shop.example");
    const benStaff = await staffNamed(ann, "ben@shop.example");
    const results = await Promise.allSettled([
      ann.call(contract.deactivateStaff, {
        params: { id: benStaff.id },
        body: { version: benStaff.version },
      }),
      ben.call(contract.deactivateStaff, {
        params: { id: annStaff.id },
        body: { version: annStaff.version },
      }),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { owners } = await shop.database.one<{ owners: number }>(sql`
      select count(*)::integer as owners from identity.account where role = 'owner' and active`);
    expect(owners).toBe(1);
    expect(benId).toBeTruthy();
  });

  it("refuses to take the last owner's role away, invited ones not counted", async () => {
    const owner = await theOnlyOwner("lone@shop.example");
    await owner.call(contract.inviteStaff, {
      body: { email: "heir@shop.example", name: "Heir", role: "owner", locale: "en" },
    });
    const lone = await staffNamed(owner, "lone@shop.example");
    const { changeStaff } = await import("./change-staff.ts");
    const system = shop.edge({ kind: "system", name: "command" });
    const { parseTypeId } = await import("../../kernel/type-id.ts");
    const id = parseTypeId("staff", lone.id) ?? "";
    const demoted = system.transaction((ctx) =>
      changeStaff(ctx, id, { version: lone.version, name: "L", role: "support" }),
    );
    await expect(demoted).rejects.toMatchObject(refusal("last_owner"));
  });
});

describe("a password reset", () => {
  it("works once with the mailed link, ends all sessions and opens a locked account", async () => {
    await aStaff(edge, { email: "forgot@shop.example", role: "support" });
    const before = await signedIn("forgot@shop.example");
    for (let index = 0; index < 11; index += 1) {
      await browser()
        .call(contract.signIn, { body: { email: "forgot@shop.example", password: "x" } })
        .catch(() => undefined);
    }
    await browser().call(contract.askPasswordReset, { body: { email: "forgot@shop.example" } });
    await runJobs(shop.database, jobs);
    const token = await newestToken(shop.database, "identity.password-reset-requested");
    const reset = (password: string) =>
      browser().call(contract.resetPassword, { body: { token, password } });
    await expect(reset("forgot")).rejects.toMatchObject(refusal("weak_password"));
    await reset(otherPassword);
    await expect(reset(goodPassword)).rejects.toMatchObject(refusal("link_expired"));
    expect(await before.call(contract.getMe, {})).toEqual({ staff: null });
    await signedIn("forgot@shop.example", otherPassword);
  });

  it("is answered alike for every address, and mailed only where there is an account", async () => {
    await aStaff(edge, { email: "known@shop.example", role: "support" });
    const ask = (email: string) =>
      shop.roundTrips(() => browser().call(contract.askPasswordReset, { body: { email } }));
    const known = await ask("known@shop.example");
    const unknown = await ask("unknown@shop.example");
    expect(unknown).toEqual(known);
    await runJobs(shop.database, jobs);
    const rows = await shop.database.all<{ payload: { recipient: string } }>(sql`
      select payload from platform.event where type = 'identity.password-reset-requested'`);
    const recipients = rows.map((row) => row.payload.recipient);
    expect(recipients).toContain("known@shop.example");
    expect(recipients).not.toContain("unknown@shop.example");
  });

  it("link expires after an hour, is no good for the store, and floods nobody's mailbox", async () => {
    await aStaff(edge, { email: "slow@shop.example", role: "support" });
    const ask = () =>
      browser().call(contract.askPasswordReset, { body: { email: "slow@shop.example" } });
    await ask();
    await runJobs(shop.database, jobs);
    const token = await newestToken(shop.database, "identity.password-reset-requested");
    const { resetPassword } = await import("./set-password.ts");
    await expect(resetPassword(edge, "customer", token, otherPassword)).rejects.toMatchObject(
      refusal("link_expired"),
    );
    await shop.database.run(
      sql`update identity.link set expires_at = expires_at - interval '61 minutes'`,
    );
    const late = browser().call(contract.resetPassword, {
      body: { token, password: otherPassword },
    });
    await expect(late).rejects.toMatchObject(refusal("link_expired"));
    for (let index = 0; index < 3; index += 1) await ask();
    await expect(ask()).rejects.toMatchObject(refusal("too_many_attempts"));
  });
});
