import type { Said, Values } from "@/app/_actions/readPost";
import { prefix } from "./draftKey";

/**
 * What somebody typed into a long form and has not sent, kept in this browser: a change of language, a refresh, Back or
 * a lost connection loses nothing. Never a contact, what is sensitive or a password; for at most a day, until it is sent,
 * somebody signs out, or another person signs in.
 */
export type Draft = {
  /** Whose form it is and which: account, form, row. */
  of: string;
  /** True on pages that anybody uses, perhaps on a borrowed phone: for as long as the tab is open. */
  tab?: boolean;
};

type Stored = { at: number; version: string | null; values: Values };

const lifetimeMs = 24 * 60 * 60 * 1000;
/**
 * Fields that no storage of a browser gets: what is sensitive, how somebody is reached, who of those known is meant, and
 * what is agreed to or decided, which is given each time.
 */
const never =
  /^(sex|birthYear|displacement|disability|needs|needed|accept|known|personId)$|phone|e?mail|contact|consent/i;

/** The values without what is not kept, in rows neither; what the desk writes down of somebody's answers is not either. */
const keepable = (values: Values, { tab }: Draft): Values =>
  JSON.parse(
    JSON.stringify(values, (name, part: unknown) =>
      never.test(name) || (name === "answers" && !tab) ? undefined : part,
    ),
  );

/** Runs what needs the browser's storage; without one (switched off, full) nothing is kept. */
export function withStorage<T>(tab: boolean, use: (storage: Storage) => T): T | null {
  try {
    return use(tab ? sessionStorage : localStorage);
  } catch {
    return null;
  }
}

/** The same whether a field is empty, unticked or not there; so too the fields of a row. */
const written = (value: Said) =>
  JSON.stringify(value, (_, part) => (part === "" || part === null || part === false ? undefined : part));
const differ = (a: Said, b: Said) => written(a) !== written(b);

/**
 * Keeps what differs from what the form came with; nothing where nothing does. `unkept`: fields that are not typed.
 * @returns when it was kept, or null where nothing is.
 */
export function keepDraft(
  draft: Draft,
  now: Values,
  first: Values,
  unkept: ReadonlySet<string>,
): number | null {
  const was = keepable(first, draft);
  const values = Object.fromEntries(
    Object.entries(keepable(now, draft)).filter(
      ([name, value]) => !unkept.has(name) && differ(value, was[name]),
    ),
  );
  const stored: Stored = {
    at: Date.now(),
    version: now.version === undefined ? null : String(now.version),
    values,
  };
  return withStorage(draft.tab === true, (storage) => {
    if (Object.keys(values).length === 0) {
      storage.removeItem(prefix + draft.of);
      return null;
    }
    storage.setItem(prefix + draft.of, JSON.stringify(stored));
    return stored.at;
  });
}

/** Forgets what was kept of this form. */
export function forgetDraft(draft: Draft): void {
  withStorage(draft.tab === true, (storage) => storage.removeItem(prefix + draft.of));
}

/** Forgets what was kept of every form, as when somebody signs out; `olderThan` leaves newer ones. */
export function forgetDrafts(olderThan?: number): void {
  for (const tab of [true, false])
    withStorage(tab, (storage) => {
      for (const key of Object.keys(storage)) {
        if (!key.startsWith(prefix)) continue;
        if (olderThan === undefined || (readStored(storage, key)?.at ?? 0) < olderThan)
          storage.removeItem(key);
      }
    });
}

function readStored(storage: Storage, key: string): Stored | null {
  const text = storage.getItem(key);
  if (!text) return null;
  const read: Stored | null = JSON.parse(text);
  return read?.values ? read : null;
}

/**
 * What was kept, for fields that nobody has touched since the form came, and the version of the row that it was typed
 * over, so that a row changed meanwhile is noticed at sending. Null where there is nothing to put back.
 */
export function readDraft(draft: Draft, now: Values, first: Values): Stored | null {
  forgetDrafts(Date.now() - lifetimeMs);
  const stored = withStorage(draft.tab === true, (storage) => readStored(storage, prefix + draft.of));
  if (!stored) return null;
  const values = Object.fromEntries(
    Object.entries(stored.values).filter(
      ([name, value]) => name in now && differ(value, now[name]) && !differ(now[name], first[name]),
    ),
  );
  return Object.keys(values).length > 0 ? { ...stored, values } : null;
}
