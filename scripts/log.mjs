// The log of the processes around the application: the same as within it.
import { format } from "node:util";
import { openLog, sayUnreadOnce, unreadPost, withoutPersons } from "../lib/log/lines.mjs";

export { openLog, withRequest } from "../lib/log/lines.mjs";

/**
 * From here on what libraries print by `console.error` and `console.warn` is written to the log, without what others sent. Of
 * a post that could not be read it is one line, however often it is said: it is a stranger's fault, and answered 400.
 */
export function logConsole(log = openLog()) {
  const said = (...parts) => withoutPersons(format(...parts)).slice(0, 2_000);
  console.error = (...parts) => {
    if (unreadPost() === null) return log.error({ from: "next" }, said(...parts));
    sayUnreadOnce(() => log.info({ from: "next", why: said(...parts).split("\n")[0] }, "post not read"));
  };
  console.warn = (...parts) => log.warn({ from: "next" }, said(...parts));
}
