// The production server of one process: Next behind Node's own, so that the address of a request is the socket's and not
// the client's word. Importing it serves; it has begun to listen once the import is done.
import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import { join } from "node:path";
import next from "next";
import sirv from "sirv";
import { alternates, answerLanguage, withChoice } from "../lib/i18n/request.mjs";
import { readableAddress } from "./address.mjs";
import { logConsole, withRequest } from "./log.mjs";
import { sayMissing } from "./missing.mjs";
import { onParentGone } from "./parent.mjs";
import { saidPage } from "./said.mjs";
import { chosenHost, chosenPort, originOf, root, stop } from "./setup.mjs";

// Until it listens there is nothing to finish.
const leave = () => process.exit(0);
process.once("disconnect", leave);

const port = chosenPort();
const host = chosenHost();
const trusted = process.env.TRUST_PROXY === "1";
const publicOrigin = originOf(process.env.PUBLIC_URL);
const app = next({ dev: false, dir: root, port, hostname: host ?? "localhost" });
// Next's own lines of start-up say less than ours; the log goes its own way.
const { log } = console;
console.log = () => {};
await app.prepare();
console.log = log;
logConsole();
const handle = app.getRequestHandler();

/** What a proxy may say of where it was reached. PUBLIC_URL says it here, so nobody's word is needed. */
const forwardedOrigin = ["x-forwarded-host", "x-forwarded-proto", "x-forwarded-port", "forwarded"];

/**
 * Names the request's host as the reader's browser does. Next compares it with the page that sent a form, and a proxy
 * may put its own name for this server there (nginx does).
 */
function nameHost({ headers }) {
  for (const name of forwardedOrigin) delete headers[name];
  if (publicOrigin && [headers.origin, headers.referer].some((from) => originOf(from) === publicOrigin))
    headers.host = new URL(publicOrigin).host;
}

/** Keeps the language in the browser, as the language switch does. */
const choiceOf = (language) =>
  `locale=${language}; Path=/; Max-Age=31536000; SameSite=lax${publicOrigin?.startsWith("https:") ? "; Secure" : ""}`;

/**
 * Says in which language a page is answered: Next then finds one language alone in Accept-Language. An address that
 * carries a language leads a browser to the clean one, once.
 * @returns true where the request is answered with that.
 */
function answeredWithLanguage(request, response) {
  const { language, url, keep, redirect } = answerLanguage(request);
  if (!language) return false;
  request.url = url;
  request.headers["accept-language"] = language;
  if (keep) response.setHeader("Set-Cookie", choiceOf(language));
  if (redirect) {
    response.writeHead(302, { Location: redirect, "Cache-Control": "no-store" }).end();
    return true;
  }
  if (keep || request.headers.cookie) request.headers.cookie = withChoice(request.headers.cookie, language);
  return false;
}

/** What a form may send at most, as `serverActions.bodySizeLimit` of next.config.js says it. */
const mostBytes = 1024 * 1024;

/** Answers a form that is too large to be read. What was typed stays in the browser's page before. */
function answeredAsTooLarge(request, response) {
  if (request.method !== "POST" || !(Number(request.headers["content-length"]) > mostBytes)) return false;
  const language = answerLanguage(request).language ?? "en";
  // Read to the end, so that the browser has sent it all and sees the answer; nothing of it is kept.
  request.resume();
  response
    .writeHead(413, { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" })
    .end(saidPage(language, "tooLarge"));
  return true;
}

/**
 * Says in the reader's language what Next says in a line of English: that a form without JavaScript is of another build,
 * or is none of ours.
 */
function sayStaleForm(request, response) {
  if (request.method !== "POST" || request.headers["next-action"]) return;
  const { language } = answerLanguage(request);
  const { writeHead, write, end } = response;
  let page = null;
  // Next compresses behind this, so only what heads an answer shows which one it is.
  response.writeHead = (status, ...said) => {
    const kind = String(response.getHeader("content-type") ?? "text/plain");
    if (!language || status < 400 || !kind.startsWith("text/plain"))
      return writeHead.call(response, status, ...said);
    page = saidPage(language, "staleForm");
    for (const name of ["Content-Encoding", "ETag"]) response.removeHeader(name);
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader("Content-Length", Buffer.byteLength(page));
    return writeHead.call(response, status);
  };
  response.write = (...said) => (page === null ? write.apply(response, said) : true);
  response.end = (...said) => {
    if (!response.headersSent) response.writeHead(response.statusCode);
    return page === null ? end.apply(response, said) : end.call(response, page);
  };
}

/** What the build made for browsers, under names that change with it, compressed beforehand (`press.mjs`). */
const built = "/_next/static";
const serveBuilt = sirv(join(root, ".next", "static"), {
  brotli: true,
  gzip: true,
  extensions: [],
  immutable: true,
  maxAge: 365 * 24 * 60 * 60,
  setHeaders: (response) => response.setHeader("X-Content-Type-Options", "nosniff"),
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

/** Makes a request what Next may believe, and its answer what caches may keep. */
function answer(request, response) {
  request.url = readableAddress(request.url);
  if (request.url.startsWith(`${built}/`)) return serveFile(request, response);
  if (answeredAsTooLarge(request, response)) return;
  sayStaleForm(request, response);
  if (answeredWithLanguage(request, response)) return;
  sayMissing(request, response);
  const forwarded = trusted
    ? String(request.headers["x-forwarded-for"] ?? "")
        .split(",")
        .at(-1)
        ?.trim()
    : "";
  request.headers["x-forwarded-for"] = forwarded || request.socket.remoteAddress || "unknown";
  nameHost(request);
  // Next keeps a page per language behind one address, so what comes between must not mix them up: it asks again
  // each time (an unchanged page answers 304), and tells readers of other languages apart.
  const set = response.setHeader.bind(response);
  const elsewhere = alternates(publicOrigin, request.url);
  if (elsewhere) set("Link", elsewhere);
  response.setHeader = (name, value) => {
    const header = name.toLowerCase();
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
  withRequest(number, () => answer(request, response));
}

const server = createServer((request, response) => {
  if (waiting.push([request, response]) === 1) setImmediate(beginNext);
});
server.on("error", (error) =>
  stop(
    error.code === "EADDRNOTAVAIL"
      ? `This machine has no address ${host}: set another HOST, or leave it out.`
      : `The server cannot listen on port ${port} (${error.code}): choose another with PORT.`,
  ),
);

/** Takes no new requests, finishes those under way, and ends; after ten seconds without waiting longer. */
let ending = false;
function end() {
  if (ending) return;
  ending = true;
  server.close(async () => {
    await app.close();
    process.exit(0);
  });
  // A browser keeps its connection open after the last answer, which would hold up the end.
  setInterval(() => server.closeIdleConnections(), 100);
  setTimeout(() => server.closeAllConnections(), 10_000);
}
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, end);
process.off("disconnect", leave);
process.once("disconnect", end);
onParentGone(end);
await new Promise((listening) => server.listen(port, host, listening));
