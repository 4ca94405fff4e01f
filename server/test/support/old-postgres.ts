import { createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";

/**
 * Speaks just enough of PostgreSQL's protocol to let anybody in and to give its version as
 * `version` to whatever is asked: a server too old for us, without having to install one.
 */
export async function oldPostgres(version: number): Promise<{ url: string; close(): void }> {
  const server = createServer((socket) => {
    let greeted = false;
    // A client that hangs up early is its own business.
    socket.on("error", () => undefined);
    socket.on("data", (data) => {
      if (!greeted) socket.write(Buffer.concat([message("R", int32(0)), ready()]));
      else if (data[0] === "Q".charCodeAt(0)) answer(socket, String(version));
      greeted = true;
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  // A TCP server that listens has an address with a port.
  const { port } = server.address() as AddressInfo;
  return { url: `postgres://any:one@127.0.0.1:${port}/shop`, close: () => server.close() };
}

function answer(socket: Socket, value: string): void {
  const column = [
    Buffer.from("version\0"),
    int32(0),
    int16(0),
    int32(23),
    int16(4),
    int32(-1),
    int16(0),
  ];
  socket.write(
    Buffer.concat([
      message("T", int16(1), ...column),
      message("D", int16(1), int32(value.length), Buffer.from(value)),
      message("C", Buffer.from("SELECT 1\0")),
      ready(),
    ]),
  );
}

function ready(): Buffer {
  return message("Z", Buffer.from("I"));
}

function message(type: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(type), int32(body.length + 4), body]);
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
}
