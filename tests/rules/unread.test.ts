import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, expect, it } from "vitest";
import { answerUnread } from "../../scripts/unread.mjs";

let server: Server;
afterEach(() => server.closeAllConnections());

/** A server as the product's in front of what cannot be read; it answers what it can, but never by itself. */
async function serving(patienceMs?: number, options = {}): Promise<Socket> {
  server = createServer(options, () => {});
  server.on("clientError", (error, socket) => answerUnread(error, socket, patienceMs));
  await once(server.listen(0, "127.0.0.1"), "listening");
  server.unref();
  return connect((server.address() as AddressInfo).port, "127.0.0.1");
}

/** All that comes back on a connection until it ends; an error where it is reset. */
async function heard(client: Socket): Promise<string> {
  let text = "";
  client.on("data", (part) => {
    text += part;
  });
  await once(client, "end");
  client.destroy();
  return text;
}

const bare = (status: string) => `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`;

it("is answered 400 however much comes after it, and the connection is ended, not reset", async () => {
  const client = await serving();
  client.write(`DELETE /x HTTP/1.1\r\nHost: here\r\n\r\n{"a":`);
  // Far more than a server has read when it sees that this is no request.
  for (let i = 0; i < 200; i++) client.write("x".repeat(50_000));
  expect(await heard(client)).toBe(bare("400 Bad Request"));
});

it("is answered 431 where its headers are too long, and 408 where they do not come", async () => {
  const long = await serving();
  long.write(`GET / HTTP/1.1\r\nHost: here\r\nCookie: ${"x".repeat(100_000)}\r\n\r\n`);
  expect(await heard(long)).toBe(bare("431 Request Header Fields Too Large"));
  server.closeAllConnections();
  const slow = await serving(1000, {
    headersTimeout: 20,
    requestTimeout: 20,
    connectionsCheckingInterval: 10,
  });
  slow.write("GET / HTTP/1.1\r\n");
  expect(await heard(slow)).toBe(bare("408 Request Timeout"));
});

it("holds no connection of whoever never ends theirs", async () => {
  const client = await serving(20);
  client.allowHalfOpen = true;
  const [socket] = await once(server, "connection");
  client.write("no request\r\n\r\n");
  await once(socket, "close");
  client.destroy();
});
