// Public pages that a process keeps (Next's `cacheHandler`, which is loaded beside the application, not with it). Next
// knows by tag what was changed in its own process; this one asks for the changes of all processes on the file.
import fileCache from "next/dist/server/lib/incremental-cache/file-system-cache.js";
import { inlineHeader, inlineOf, withoutNonce } from "./inline.mjs";

/** When a page was asked for that is being made, or may be, by its key, in ms since the epoch. */
const asked = new Map();
/** No page is made anew by its age alone before it is so old, in ms: the shortest `revalidate` of all pages. */
const soonest = 60_000;

const tagsOf = (page) => String(page?.headers?.["x-next-cache-tags"] ?? "").split(",");

/** What the application has put there at its start (`app/_server/start.ts`); nothing while it is built. */
const changes = () => globalThis.cascadePageChanges;

/** Has a page say what stands in it, once, as it is made: it is sent to everybody as it is now. */
function sayInline(page) {
  if (page?.kind !== "APP_PAGE" || page.headers?.[inlineHeader] !== undefined) return;
  page.html = withoutNonce(page.html);
  page.headers = Object.assign(page.headers ?? {}, { [inlineHeader]: inlineOf(page.html) });
}

export default class KeptPages extends fileCache.default {
  async get(key, context) {
    const at = Date.now();
    const kept = await super.get(key, context);
    // Those that were made with the build come from its files.
    sayInline(kept?.value);
    const good = kept?.value && !changes()?.since(tagsOf(kept.value), kept.lastModified);
    // Nobody makes a page that is there and young: the next one counts from when it is missing, not from this hit. An
    // older one is answered and made anew beside, without being asked for again.
    if (good && at - kept.lastModified < soonest) asked.delete(key);
    else if (!asked.has(key)) asked.set(key, at);
    return good || !kept?.value ? kept : null;
  }

  /** A page that was changed while it was made may show what was before: it is answered, and not kept. */
  async set(key, page, context) {
    sayInline(page);
    const since = asked.get(key);
    asked.delete(key);
    if (page && since !== undefined && changes()?.since(tagsOf(page), since)) return;
    await super.set(key, page, context);
  }

  async revalidateTag(tags, durations) {
    changes()?.note([tags].flat());
    await super.revalidateTag(tags, durations);
  }
}
