// The log of the processes around the application: one line of JSON each, as an operator reads and counts them.
import { format } from "node:util";
import pino from "pino";

/** Opens the log, as `lib/log` does within the application. */
export const openLog = () =>
  pino({
    level: process.env.LOG_LEVEL || "info",
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
  });

/** What JSON.parse says without the first letters of what somebody sent. */
const withoutSent = (text) =>
  text.replace(/(Unexpected (?:token|non-whitespace)\b)[\s\S]*?( is not valid JSON)/g, "$1 …$2");

/** From here on what libraries print by `console.error` and `console.warn` is written to the log. */
export function logConsole() {
  const log = openLog();
  console.error = (...said) => log.error({ from: "next" }, withoutSent(format(...said)));
  console.warn = (...said) => log.warn({ from: "next" }, withoutSent(format(...said)));
}
