import { rowVersion } from "./readForm";

/**
 * What somebody typed into a long form and has not sent, kept in this browser: a change of language, a refresh, Back or
 * a lost connection loses nothing. Never what is sensitive, never a password; for at most a day, until it is sent.
 */
export type Draft = {
  /** Whose form it is and which: account, form, row. */
  of: string;
  /** True on pages that anybody uses, perhaps on a borrowed phone: for as long as the tab is open, without contact. */
  tab?: boolean;
};

type Values = Record<string, string[]>;
type Stored = { at: number; version: string | null; values: Values };

const prefix = "cascade-draft:";
const lifetimeMs = 24 * 60 * 60 * 1000;
/** Also what is agreed to: it is given each time. */
const sensitive = ["sex", "birthYear", "displacement", "disability", "needs", "consent", "photoConsent"];
const contact = ["phone", "email", "contact"];

/** Runs what needs the browser's storage; without one (switched off, full) nothing is kept. */
function withStorage<T>(tab: boolean, use: (storage: Storage) => T): T | null {
  try {
    return use(tab ? sessionStorage : localStorage);
  } catch {
    return null;
  }
}

const isField = (e: Element): e is HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement =>
  e instanceof HTMLInputElement || e instanceof HTMLSelectElement || e instanceof HTMLTextAreaElement;

function keptFields(form: HTMLFormElement, draft: Draft) {
  const never = draft.tab ? [...sensitive, ...contact] : sensitive;
  return [...form.elements]
    .filter(isField)
    .filter((e) => e.name && !["hidden", "password", "submit"].includes(e.type) && !never.includes(e.name));
}

/** What the fields hold, or held when the page came. */
function valuesOf(form: HTMLFormElement, draft: Draft, when: "now" | "first"): Values {
  const values: Values = {};
  for (const field of keptFields(form, draft)) {
    values[field.name] ??= [];
    const list = values[field.name]!;
    if (field instanceof HTMLSelectElement)
      list.push(
        when === "now"
          ? field.value
          : (([...field.options].find((o) => o.defaultSelected) ?? field.options[0])?.value ?? ""),
      );
    else if (field.type === "checkbox" || field.type === "radio") {
      if (when === "now" ? (field as HTMLInputElement).checked : (field as HTMLInputElement).defaultChecked)
        list.push(field.value);
    } else list.push(when === "now" ? field.value : field.defaultValue);
  }
  return values;
}

const differ = (a: string[] | undefined, b: string[] | undefined) => JSON.stringify(a) !== JSON.stringify(b);

/** Keeps what differs from what the page came with; nothing where nothing does. */
export function keepDraft(form: HTMLFormElement, draft: Draft): void {
  const first = valuesOf(form, draft, "first");
  const values = Object.fromEntries(
    Object.entries(valuesOf(form, draft, "now")).filter(([name, now]) => differ(now, first[name])),
  );
  const version = form.elements.namedItem(rowVersion);
  const stored: Stored = {
    at: Date.now(),
    version: version instanceof HTMLInputElement ? version.value : null,
    values,
  };
  withStorage(draft.tab === true, (storage) =>
    Object.keys(values).length === 0
      ? storage.removeItem(prefix + draft.of)
      : storage.setItem(prefix + draft.of, JSON.stringify(stored)),
  );
}

/** Forgets what was kept of this form. */
export function forgetDraft(draft: Draft): void {
  withStorage(draft.tab === true, (storage) => storage.removeItem(prefix + draft.of));
}

/** Forgets what was kept of every form, as when somebody signs out; `olderThan` leaves newer ones. */
export function forgetDrafts(olderThan = Number.POSITIVE_INFINITY): void {
  for (const tab of [true, false])
    withStorage(tab, (storage) => {
      for (const key of Object.keys(storage)) {
        if (!key.startsWith(prefix)) continue;
        const at = readStored(storage, key)?.at ?? 0;
        if (at < olderThan) storage.removeItem(key);
      }
    });
}

function readStored(storage: Storage, key: string): Stored | null {
  const text = storage.getItem(key);
  if (!text) return null;
  const read: unknown = JSON.parse(text);
  return typeof read === "object" && read !== null && "values" in read ? (read as Stored) : null;
}

/**
 * Puts back what was kept, into fields that nobody has touched since the page came. Says whether anything was put
 * back, and the version of the row that it was typed over, so that a row changed meanwhile is noticed at sending.
 */
export function restoreDraft(form: HTMLFormElement, draft: Draft): { version: string | null } | null {
  forgetDrafts(Date.now() - lifetimeMs);
  const stored = withStorage(draft.tab === true, (storage) => readStored(storage, prefix + draft.of));
  if (!stored) return null;
  const first = valuesOf(form, draft, "first");
  const now = valuesOf(form, draft, "now");
  const wanted = (name: string) =>
    stored.values[name] !== undefined &&
    differ(stored.values[name], now[name]) &&
    !differ(now[name], first[name]);
  const fields = keptFields(form, draft).filter((field) => wanted(field.name));
  const used: Record<string, number> = {};
  for (const field of fields) {
    const values = stored.values[field.name] ?? [];
    if (field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio"))
      field.checked = values.includes(field.value);
    else {
      const i = used[field.name] ?? 0;
      used[field.name] = i + 1;
      field.value = values[i] ?? "";
    }
    for (let fold = field.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
      fold.open = true;
  }
  // Fields that follow another hear of it once all are in place; of its own kind, to be told from somebody's choice.
  for (const field of fields) field.dispatchEvent(new CustomEvent("change", { bubbles: true }));
  return fields.length > 0 ? { version: stored.version } : null;
}
