import { describe, expect, it } from "vitest";
import { testShop } from "../../../test/support/test-shop.ts";
import { cookieJar } from "../../platform/cookies.ts";
import { type Edge, openEdge } from "../../platform/edge.ts";
import { callerFor } from "../../../test/support/test-shop.ts";
import { sql } from "../../platform/sql.ts";
import { newId } from "../../kernel/ids.ts";
import { aStaff, goodPassword, published } from "./examples.ts";
import { signInStaff } from "./sign-in.ts";
import { changePassword } from "./set-password.ts";
import { codeOf, stepAt } from "./totp.ts";
import { beginTotp, confirmTotp, removeTotp, renewRecoveryCodes } from "./totp-set-up.ts";

const shop = await testShop();
const noon = Date.parse("2026-03-01T12:00:00Z");

/** An edge whose clock stands so many seconds after noon. */
function edgeAt(seconds: number): Edge {
  const caller = {
    ...callerFor({ kind: "system", name: "test" }, cookieJar(undefined, false)),
    clientAddress: newId(),
  };
  return openEdge(shop.database, caller, () => new Date(noon + seconds * 1000));
}

async function secretOf(staffId: string): Promise<Buffer> {
  const row = await shop.database.one<{ secret: Buffer }>(
    sql`select secret from identity.totp where account_id = ${staffId}`,
  );
  return row.secret;
}

async function codeAt(staffId: string, seconds: number): Promise<string> {
  return codeOf(await secretOf(staffId), stepAt(new Date(noon + seconds * 1000)));
}

async function withSecondFactor(email: string): Promise<{ id: string; recoveryCodes: string[] }> {
  const { id } = await aStaff(edgeAt(0), { email, role: "accounts" });
  await beginTotp(edgeAt(0), id, goodPassword);
  const code = await codeAt(id, 0);
  const recoveryCodes = await edgeAt(0).transaction((ctx) => confirmTotp(ctx, id, code));
  return { id, recoveryCodes };
}

const refusal = (code: string) => ({ kind: { code } });

describe("the second factor", () => {
  it("asks nothing until a code has confirmed it", async () => {
    const { id, email } = await aStaff(edgeAt(0), { email: "half@shop.example", role: "accounts" });
    const { secret, otpauthUri } = await beginTotp(edgeAt(0), id, goodPassword);
    expect(otpauthUri).toContain(secret);
    await expect(
      edgeAt(0).transaction((ctx) => confirmTotp(ctx, id, "000000")),
    ).rejects.toMatchObject(refusal("wrong_code"));
    expect((await signInStaff(edgeAt(0), { email, password: goodPassword })).secondFactor).toBe(
      false,
    );
  });

  it("needs the password to be set up, and is set up once", async () => {
    const { id } = await withSecondFactor("once@shop.example");
    await expect(beginTotp(edgeAt(0), id, "not it")).rejects.toMatchObject(
      refusal("wrong_credentials"),
    );
    await expect(beginTotp(edgeAt(0), id, goodPassword)).rejects.toMatchObject(
      refusal("totp_already_on"),
    );
    await expect(
      edgeAt(0).transaction((ctx) => confirmTotp(ctx, id, "000000")),
    ).rejects.toMatchObject(refusal("totp_already_on"));
    const stranger = await aStaff(edgeAt(0), { email: "none@shop.example", role: "accounts" });
    await expect(
      edgeAt(0).transaction((ctx) => confirmTotp(ctx, stranger.id, "000000")),
    ).rejects.toMatchObject(refusal("totp_not_on"));
    await expect(renewRecoveryCodes(edgeAt(0), stranger.id, goodPassword)).rejects.toMatchObject(
      refusal("totp_not_on"),
    );
  });

  it("is asked for after the password, and each code works once", async () => {
    const email = "coded@shop.example";
    const { id } = await withSecondFactor(email);
    const signIn = (seconds: number, code?: string) =>
      signInStaff(edgeAt(seconds), { email, password: goodPassword, code });
    await expect(signIn(60)).rejects.toMatchObject(refusal("second_factor_required"));
    await expect(signIn(60, "123456")).rejects.toMatchObject(refusal("wrong_code"));
    const code = await codeAt(id, 60);
    const both = await Promise.allSettled([signIn(60, code), signIn(60, code)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(signIn(61, code)).rejects.toMatchObject(refusal("wrong_code"));
    expect((await signIn(90, await codeAt(id, 90))).recoveryCodesLeft).toBe(10);
  });

  it("does not help against a wrong password, and hides whether it is on", async () => {
    const email = "hidden@shop.example";
    const { id } = await withSecondFactor(email);
    const wrong = signInStaff(edgeAt(60), {
      email,
      password: "not it",
      code: await codeAt(id, 60),
    });
    await expect(wrong).rejects.toMatchObject(refusal("wrong_credentials"));
  });

  it("cannot be guessed at without limit by someone who has the password", async () => {
    const email = "guessed@shop.example";
    await withSecondFactor(email);
    const codes = [];
    for (let index = 0; index < 12; index += 1) {
      const input = { email, password: goodPassword, code: String(100_000 + index) };
      codes.push(
        await signInStaff(edgeAt(60), input).catch(
          (error: { kind: { code: string } }) => error.kind.code,
        ),
      );
    }
    expect(codes.slice(0, 9).every((code) => code === "wrong_code")).toBe(true);
    expect(codes.at(-1)).toBe("too_many_attempts");
  });

  it("can be replaced by a recovery code, once, as typed from paper", async () => {
    const email = "paper@shop.example";
    const { id, recoveryCodes } = await withSecondFactor(email);
    expect(new Set(recoveryCodes).size).toBe(10);
    const typed = recoveryCodes[3]?.toUpperCase().replaceAll("-", " ");
    const me = await signInStaff(edgeAt(60), { email, password: goodPassword, code: typed });
    expect(me.recoveryCodesLeft).toBe(9);
    await expect(
      signInStaff(edgeAt(61), { email, password: goodPassword, code: typed }),
    ).rejects.toMatchObject(refusal("wrong_code"));
    const renewed = await renewRecoveryCodes(edgeAt(62), id, goodPassword);
    expect(renewed.filter((code) => recoveryCodes.includes(code))).toEqual([]);
    await expect(
      signInStaff(edgeAt(63), { email, password: goodPassword, code: recoveryCodes[4] }),
    ).rejects.toMatchObject(refusal("wrong_code"));
  });

  it("lets a shorter password do, which must grow before it stands alone again", async () => {
    const email = "shorter@shop.example";
    const { id } = await withSecondFactor(email);
    await changePassword(edgeAt(60), "staff", id, { current: goodPassword, next: "kestrel 9" });
    const code = await codeAt(id, 90);
    await expect(removeTotp(edgeAt(90), id, { password: "kestrel 9", code })).rejects.toMatchObject(
      {
        ...refusal("weak_password"),
        details: { reason: "too_short", limit: 15 },
      },
    );
    await changePassword(edgeAt(90), "staff", id, { current: "kestrel 9", next: goodPassword });
    await expect(
      removeTotp(edgeAt(90), id, { password: goodPassword, code: "000000" }),
    ).rejects.toMatchObject(refusal("wrong_code"));
    await removeTotp(edgeAt(90), id, { password: goodPassword, code });
    expect((await signInStaff(edgeAt(120), { email, password: goodPassword })).secondFactor).toBe(
      false,
    );
    await expect(
      removeTotp(edgeAt(120), id, { password: goodPassword, code }),
    ).rejects.toMatchObject(refusal("totp_not_on"));
  });

  it("is told to its holder when it is switched", async () => {
    await withSecondFactor("told@shop.example");
    const events = await published(shop.database, "identity.account-secured");
    expect(events).toContainEqual(
      expect.objectContaining({
        recipient: "told@shop.example",
        change: "totp_on",
        audience: "staff",
      }),
    );
  });
});
