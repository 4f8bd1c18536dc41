// Public pages that a process keeps (Next's `cacheHandler`, which is loaded beside the application, not with it). Next
// knows by tag what was changed in its own process; this one asks for the changes of all processes on the file.
import fileCache from "next/dist/server/lib/incremental-cache/file-system-cache.js";

/** When a page that is being made was asked for, by its key, in ms since the epoch. */
const asked = new Map();

const tagsOf = (page) => String(page?.headers?.["x-next-cache-tags"] ?? "").split(",");

/** What the application has put there at its start (`app/_server/start.ts`); nothing while it is built. */
const changes = () => globalThis.cascadePageChanges;

export default class KeptPages extends fileCache.default {
  async get(key, context) {
    if (!asked.has(key)) asked.set(key, Date.now());
    const kept = await super.get(key, context);
    if (kept?.value && changes()?.since(tagsOf(kept.value), kept.lastModified)) return null;
    return kept;
  }

  /** A page that was changed while it was made may show what was before: it is answered, and not kept. */
  async set(key, page, context) {
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
