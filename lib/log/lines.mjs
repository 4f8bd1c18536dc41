// The one log of all processes, within the application and around it: a line of JSON each, or one to be read where it
// goes to a terminal. Each line of a request has its number. Nothing of anybody's is to be in it, nor what somebody sent.
import { AsyncLocalStorage } from "node:async_hooks";
import pino from "pino";

/** Numbers of requests under way. On the global object, for the application and the server before it load this file each. */
globalThis.cascadeRequests ??= new AsyncLocalStorage();
const requests = globalThis.cascadeRequests;

/** Does what a request asks; every line that is written meanwhile has its number. `isPost`: it sends a form. */
export const withRequest = (requestId, work, isPost = false) => requests.run({ requestId, isPost }, work);

/**
 * The post under way while nothing could read it: no action of it has begun (`app/_server/request.ts`). Null for any other
 * request, and from then on.
 */
export function unreadPost() {
  const post = requests.getStore();
  if (!post?.isPost || post.begun || globalThis.cascadeBegun?.has(post.requestId)) return null;
  return post;
}

/** Has it said that the post under way could not be read: once, however many notice it. */
export function sayUnreadOnce(say) {
  const post = unreadPost();
  if (!post?.unread) say();
  if (post) post.unread = true;
}

/** The number of the request under way; null outside of any. */
export const requestUnderWay = () => requests.getStore()?.requestId ?? null;

/**
 * A sentence of an error without what others sent: addresses, numbers as long as a phone's, and what of a body somebody's
 * JSON is quoted with.
 */
export const withoutPersons = (text) =>
  String(text)
    .replace(/[^\s<>"'(,;:]+@[^\s<>"'),;]+/g, "…@…")
    .replace(/\+?\d[\d ()-]{6,}\d/g, "…")
    .replace(
      /(Unexpected (?:token|identifier|string|number|non-whitespace)).*(?= is not valid JSON| in JSON|$)/gm,
      "$1 …",
    )
    .replace(/"[^"\n]*"(?=\.{0,3} is not valid JSON)/g, "…");

/** Calls that an error went through, without its sentence. */
const callsOf = (stack) =>
  String(stack)
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .join("\n");

/** What is written of an error: its kind, its code, its sentence without what others sent, and where it broke. */
export const errorForLog = ({ name, code, message, stack }) => ({
  name,
  ...(code === undefined ? {} : { code }),
  message: withoutPersons(message),
  stack: callsOf(stack),
});

const levels = { 20: "debug", 30: "info", 40: "WARN", 50: "ERROR" };

/** A line to be read at a terminal: time, level, what it says, and the rest as name=value. */
export function readable(line) {
  const { level, time, msg, stack, ...rest } = JSON.parse(line);
  const said = Object.entries(rest).map(
    ([name, value]) => `${name}=${typeof value === "object" ? JSON.stringify(value) : value}`,
  );
  const head =
    `${String(time).slice(11, 19)} ${levels[level] ?? level} ${msg ?? ""} ${said.join(" ")}`.trimEnd();
  return stack ? `${head}\n${stack}\n` : `${head}\n`;
}

/** Opens the log. `level`: the least that is written. */
export function openLog(level = process.env.LOG_LEVEL || "info", out = process.stdout) {
  const target = out.isTTY
    ? { write: (line) => out.write(readable(line)) }
    : out === process.stdout
      ? // Written at once: what waits is lost where a process ends by a signal, its last line first.
        pino.destination({ dest: 1, sync: true })
      : out;
  const options = {
    // A level that is none is said by the settings, once they are read.
    level: level in pino.levels.values || level === "silent" ? level : "info",
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin: () => {
      const requestId = requestUnderWay();
      return requestId === null ? {} : { requestId };
    },
  };
  return pino(options, target);
}
