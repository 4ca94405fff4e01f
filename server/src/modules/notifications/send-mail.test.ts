import { createServer, type Socket } from "node:net";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { testShop } from "../../../test/support/test-shop.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { runAudit } from "../../platform/audit.ts";
import {
  MailRefused,
  type MailServer,
  type OutgoingMail,
  smtpServer,
  useMailServer,
} from "../../platform/mail-server.ts";
import { enqueue } from "../../platform/jobs.ts";
import { sql } from "../../platform/sql.ts";
import { checks } from "./audit.ts";
import { seedSettings } from "../settings/index.ts";
import { securedLetter } from "./letters/account-letters.ts";
import { sendMail } from "./send-mail.ts";
import { writeMail } from "./write-mail.ts";

const shop = await testShop();
const { database } = shop;
const edge = shop.edge();
await edge.transaction((ctx) => seedSettings(ctx));
afterEach(() => useMailServer(null));

const account = { shop: "Shop", locale: "de", name: "Jörg", staff: false } as const;

/** Writes a mail and takes its job away, so that the test decides when it runs. */
async function aMail(): Promise<Uuid> {
  await edge.transaction((ctx) =>
    writeMail(ctx, {
      kind: "account_secured",
      recipient: "joerg@example.com",
      locale: "de",
      letter: securedLetter(account, "password"),
      cause: null,
    }),
  );
  await database.run(sql`delete from platform.job`);
  const { id } = await database.one<{ id: Uuid }>(sql`
    select id from notifications.mail order by id desc limit 1`);
  return id;
}

const send = (mailId: Uuid) => sendMail.runPhased?.(edge, { mailId } as never);

const stateOf = (id: Uuid) =>
  database.one<{ state: string; problem: string | null }>(sql`
    select state, problem from notifications.mail where id = ${id}`);

function serverThat(answers: (mail: OutgoingMail) => void): MailServer & { got: OutgoingMail[] } {
  const got: OutgoingMail[] = [];
  return {
    from: null,
    got,
    send: async (mail) => {
      got.push(mail);
      answers(mail);
    },
  };
}

describe("sending a mail", () => {
  it("hands it to the mail server once, and says so", async () => {
    const server = serverThat(() => undefined);
    useMailServer(server);
    const id = await aMail();
    await send(id);
    await send(id);
    expect(server.got).toHaveLength(1);
    expect(server.got[0]).toMatchObject({
      to: "joerg@example.com",
      messageId: expect.stringContaining(id),
    });
    expect(await stateOf(id)).toEqual({ state: "sent", problem: null });
  });

  it("keeps it where there is no mail server", async () => {
    const id = await aMail();
    await send(id);
    expect((await stateOf(id)).state).toBe("kept");
  });

  it("gives up at once when the server refuses it for good", async () => {
    useMailServer(
      serverThat(() => {
        throw new MailRefused("550 no such user");
      }),
    );
    const id = await aMail();
    await send(id);
    expect(await stateOf(id)).toEqual({ state: "failed", problem: "550 no such user" });
  });

  it("tries again later when the server cannot be reached, for an hour, with the same Message-ID", async () => {
    const server = serverThat(() => {
      throw new Error("connect ECONNREFUSED");
    });
    useMailServer(server);
    const id = await aMail();
    await expect(send(id)).rejects.toThrow("ECONNREFUSED");
    expect(await stateOf(id)).toEqual({ state: "queued", problem: "connect ECONNREFUSED" });
    await database.run(sql`
      update notifications.mail set queued_at = queued_at - interval '61 minutes' where id = ${id}`);
    await send(id);
    expect((await stateOf(id)).state).toBe("failed");
    expect(new Set(server.got.map((mail) => mail.messageId)).size).toBe(1);
  });
});

describe("the audit of mails", () => {
  const waiting = async () =>
    (await runAudit(database, checks)).flatMap((each) => each.offences.map(({ id }) => id));

  it("shows a mail that no job will send, and none that waits for its job", async () => {
    await database.run(sql`delete from notifications.mail`);
    const id = await aMail();
    expect(await waiting()).toEqual([id]);
    await edge.transaction(async (ctx) => enqueue(ctx, sendMail, { mailId: id }));
    expect(await waiting()).toEqual([]);
  });
});

describe("a mail server", () => {
  const heard: string[] = [];
  let refuses = false;
  const smtp = createServer((socket) => converse(socket));
  afterAll(() => new Promise((done) => smtp.close(done)));

  /** As much of SMTP as a client needs to hear. */
  function converse(socket: Socket): void {
    let data = false;
    socket.write("220 test\r\n");
    socket.setEncoding("utf8").on("data", (chunk: string) => {
      heard.push(chunk);
      for (const line of chunk.split("\r\n").slice(0, -1)) {
        if (data && line === ".") {
          data = false;
          socket.write("250 taken\r\n");
        } else if (data) continue;
        else if (line.startsWith("RCPT") && refuses) socket.write("550 no such user\r\n");
        else if (line === "DATA") {
          data = true;
          socket.write("354 go on\r\n");
        } else if (line === "QUIT") socket.end("221 bye\r\n");
        else socket.write("250 ok\r\n");
      }
    });
  }

  it("is spoken to by SMTP, with both twins and our Message-ID, and its refusal is told apart", async () => {
    await new Promise<void>((done) => smtp.listen(0, "127.0.0.1", done));
    const { port } = smtp.address() as AddressInfo;
    useMailServer(smtpServer(`smtp://127.0.0.1:${port}`, "shop@example.com"));
    const id = await aMail();
    await send(id);
    expect((await stateOf(id)).state).toBe("sent");
    const all = heard.join("");
    expect(all).toContain("MAIL FROM:<shop@example.com>");
    expect(all).toMatch(new RegExp(`Message-ID: <${id}@`, "i"));
    expect(all).toContain("multipart/alternative");
    refuses = true;
    const second = await aMail();
    await send(second);
    expect((await stateOf(second)).state).toBe("failed");
  });
});
