// What libraries print becomes lines of the log: one of JSON each, as an operator reads and counts them.
import { format } from "node:util";
import pino from "pino";

/** From here on `console.error` and `console.warn` write to the log. */
export function logConsole() {
  const log = pino({
    level: process.env.LOG_LEVEL || "info",
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
  });
  console.error = (...said) => log.error({ from: "next" }, format(...said));
  console.warn = (...said) => log.warn({ from: "next" }, format(...said));
}
