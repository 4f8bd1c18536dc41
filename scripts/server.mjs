// The production server of one process: Next behind Node's own, so that the address of a request is the socket's and not
// the client's word. Importing it serves; it has begun to listen once the import is done.
import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import { join } from "node:path";
import next from "next";
import sirv from "sirv";
import { alternates, answerLanguage, carriedOn, ledOn, withChoice } from "../lib/i18n/request.mjs";
import { nameAddress, readableAddress } from "./address.mjs";
import { logConsole, openLog, withRequest } from "./log.mjs";
import { sayMissing } from "./missing.mjs";
import { onParentGone } from "./parent.mjs";
import { dress } from "./policy.mjs";
import { sayUnread } from "./posted.mjs";
import { nameHost, refused } from "./refuse.mjs";
import { chosenHost, chosenPort, originOf, root, sayToLog, stop, trustedHops } from "./setup.mjs";
import { answerUnread } from "./unread.mjs";

sayToLog();
/**
 * Ends for good where nobody is left who would end what does not end by itself: threads of native modules were seen to wait
 * for each other for an hour in process.exit, on a machine with ten times more to do than it could.
 */
function endAlone() {
  process.emit("exit", 0);
  process.kill(process.pid, "SIGKILL");
}
// Before Node's own listener, which calls process.exit.
process.prependOnceListener("disconnect", endAlone);
// Said where a line to whoever started this process comes too late: it is gone, and has said why.
process.on("error", (error) => {
  if (error.code !== "EPIPE" && error.code !== "ERR_IPC_CHANNEL_CLOSED") throw error;
  endAlone();
});

const port = chosenPort();
const host = chosenHost();
const hops = trustedHops();
const publicOrigin = originOf(process.env.PUBLIC_URL);
const app = next({ dev: false, dir: root, port, hostname: host ?? "localhost" });
// Next's own lines of start-up say less than ours; the log goes its own way.
const { log } = console;
console.log = () => {};
await app.prepare();
console.log = log;
logConsole();
const handle = app.getRequestHandler();

/** Says in which language a page is answered: Next then finds one language alone, in Accept-Language and in the cookie. */
function nameLanguage(request) {
  const language = answerLanguage(request);
  if (language === null) return;
  request.headers["accept-language"] = language;
  if (request.headers.cookie) request.headers.cookie = withChoice(request.headers.cookie, language);
}

/** What the build made for browsers, under names that change with it, compressed beforehand (`press.mjs`). */
const built = "/_next/static";
const serveBuilt = sirv(join(root, ".next", "static"), {
  brotli: true,
  gzip: true,
  extensions: [],
  immutable: true,
  maxAge: 365 * 24 * 60 * 60,
});

/** Answers for a file of the build; what there is none of, Next answers. */
function serveFile(request, response) {
  const { url } = request;
  request.url = url.slice(built.length);
  serveBuilt(request, response, () => {
    request.url = url;
    handle(request, response);
  });
}

/** Has the application write down what was refused here; what it holds of an address names no row and nobody. */
const note = (request) => (kind) =>
  globalThis.cascadeRefused?.({
    kind,
    path: request.url,
    address: request.headers["x-forwarded-for"],
    requestId: request.headers["x-request-id"],
  });

/** Makes a request what Next may believe, and its answer what browsers and caches are to know of it. */
function answer(request, response, id) {
  request.url = readableAddress(request.url);
  request.headers["x-request-id"] = id;
  [request.headers["x-request-path"]] = request.url.split("?");
  nameAddress(request, hops);
  // What is sent is small and goes whole. Of a part that ends before it begins sirv throws, and Next makes a 500.
  delete request.headers.range;
  dress(request, response);
  if (refused(request, response, note(request))) return;
  if (request.url.startsWith(`${built}/`)) return serveFile(request, response);
  const onward = carriedOn(request);
  if (onward) return void response.writeHead(307, { Location: onward, "Cache-Control": "no-store" }).end();
  sayUnread(request, response, id);
  nameLanguage(request);
  sayMissing(request, response);
  nameHost(request);
  // Next keeps a page per language behind one address, so what comes between must not mix them up: it asks again
  // each time (an unchanged page answers 304), and tells readers of other languages apart.
  const { url } = request;
  const set = response.setHeader.bind(response);
  const elsewhere = alternates(publicOrigin, request.url);
  if (elsewhere) set("Link", elsewhere);
  response.setHeader = (name, value) => {
    const header = name.toLowerCase();
    if (header === "location") return set(name, ledOn(url, String(value)));
    if (header === "vary") return set(name, `${value}, Accept-Language, Cookie`);
    if (header === "link" && elsewhere) return set(name, `${value}, ${elsewhere}`);
    if (header === "cache-control" && /s-maxage/.test(String(value))) return set(name, "private, no-cache");
    return set(name, value);
  };
  handle(request, response);
}

/**
 * Requests that have not begun. One begins each turn of the event loop, so that the end of a connection is noticed in
 * between: whoever left while something slow held the process is not worked for.
 */
const waiting = [];
function beginNext() {
  const [request, response] = waiting.shift();
  if (waiting.length > 0) setImmediate(beginNext);
  if (request.destroyed || response.destroyed) return;
  // By this number the lines of the log belong to what a reader saw; nobody else's word is taken for it.
  const number = randomBytes(4).toString("hex");
  response.setHeader("X-Request-Id", number);
  withRequest(number, () => answer(request, response, number), request.method === "POST");
}

const server = createServer((request, response) => {
  if (waiting.push([request, response]) === 1) setImmediate(beginNext);
});
server.on("clientError", (error, socket) => answerUnread(error, socket));
server.on("error", (error) =>
  stop(
    error.code === "EADDRNOTAVAIL"
      ? `This machine has no address ${host}: set another HOST, or leave it out.`
      : `The server cannot listen on port ${port} (${error.code}): choose another with PORT.`,
  ),
);

/** Takes no new requests, finishes those under way, and ends; after ten seconds without waiting longer. */
let ending = false;
function end(leave) {
  if (ending) return;
  ending = true;
  server.close(async () => {
    await app.close();
    leave();
  });
  // A browser keeps its connection open after the last answer, which would hold up the end.
  setInterval(() => server.closeIdleConnections(), 100);
  setTimeout(() => server.closeAllConnections(), 10_000);
}
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => end(() => process.exit(0)));
onParentGone(() => end(endAlone));
await new Promise((listening) => server.listen(port, host, listening));
if (publicOrigin?.startsWith("https:") && hops === 0)
  openLog().warn(
    "PUBLIC_URL is https, but TRUST_PROXY is 0: behind a proxy all readers then share one address and its limits. Set TRUST_PROXY to the number of proxies in front.",
  );
