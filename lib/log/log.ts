import pino from "pino";
import { processSettings } from "../env/settings";

let logger: pino.Logger | null = null;

/** Structured log for operators, on standard output. Callers give keys and codes, never personal data. */
export function log(): pino.Logger {
  logger ??= pino({
    level: processSettings().logLevel,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
  });
  return logger;
}
