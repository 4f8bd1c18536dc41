// The log of the processes around the application: the same as within it.
import { format } from "node:util";
import { openLog, withoutPersons } from "../lib/log/lines.mjs";

export { openLog, withRequest } from "../lib/log/lines.mjs";

/** From here on what libraries print by `console.error` and `console.warn` is written to the log, without what others sent. */
export function logConsole() {
  const log = openLog();
  const said = (...parts) => withoutPersons(format(...parts)).slice(0, 2_000);
  console.error = (...parts) => log.error({ from: "next" }, said(...parts));
  console.warn = (...parts) => log.warn({ from: "next" }, said(...parts));
}
