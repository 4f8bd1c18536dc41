import type { Logger } from "pino";

export { openLog, withRequest } from "../lib/log/lines.mjs";

/** From here on what libraries print by `console.error` and `console.warn` is written to the log. */
export function logConsole(log?: Logger): void;
