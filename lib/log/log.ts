import type { Logger } from "pino";
import { processSettings } from "../env/settings";
import { openLog } from "./lines.mjs";

export { errorForLog, requestUnderWay, sayUnreadOnce } from "./lines.mjs";

let logger: Logger | null = null;

/**
 * Structured log for operators, on standard output; lines of a request have its number. Callers give keys and codes, never
 * personal data, and errors by `errorForLog`.
 */
export function log(): Logger {
  logger ??= openLog(processSettings().logLevel);
  return logger;
}
