/** What a form says: texts, numbers and boxes, lists and groups of them. */
export type Said = string | number | boolean | null | undefined | Said[] | { [name: string]: Said };
export type Values = { [name: string]: Said };

const mostFields = 5000;
/** Lists and groups count as well where a page's scripts send them. */
const mostValues = 4 * mostFields;
const deepest = 6;

type Group = Map<string, string | string[] | Group>;

/**
 * What a form posted, by nested names: `country`, `rooms.0.name`, `moduleIds[]`. What is numbered from 0 on is a list, and
 * so is what is marked as one; of another name that comes again the last is meant. Names that are too deep, none of ours or too many are passed over. Lines end
 * as they are kept, whatever the way over the network made of them: else a text would change by being sent.
 */
export function readPost(form: FormData): Values {
  const read: Group = new Map();
  let count = 0;
  for (const [name, value] of form) {
    // What begins with $ is React's own.
    if (typeof value !== "string" || name.startsWith("$")) continue;
    if (++count > mostFields) break;
    const path = name.replace(/\[\]$/, "").split(".");
    const last = path.pop() ?? "";
    if (path.length >= deepest || ![...path, last].every((part) => /^\w{1,60}$/.test(part))) continue;
    const group = groupAt(read, path);
    const before = group?.get(last);
    if (!group || before instanceof Map) continue;
    const line = value.replace(/\r\n?/g, "\n");
    group.set(last, name.endsWith("[]") ? [before ?? [], line].flat() : line);
  }
  return Object.fromEntries([...read].map(([name, value]) => [name, plain(value)]));
}

/** The group that a path leads to, made where it is not there; null where a text stands in the way. */
function groupAt(read: Group, path: readonly string[]): Group | null {
  let group = read;
  for (const part of path) {
    const next = group.get(part) ?? new Map();
    if (!(next instanceof Map)) return null;
    group.set(part, next);
    group = next;
  }
  return group;
}

/** As plain data: own properties whatever they are called, and a list where the names count from 0. */
function plain(value: string | string[] | Group): Said {
  if (!(value instanceof Map)) return value;
  const isList = [...value.keys()].every((_, i) => value.has(String(i)));
  if (isList) return [...value.keys()].map((_, i) => plain(value.get(String(i))!));
  return Object.fromEntries([...value].map(([name, inner]) => [name, plain(inner)]));
}

/**
 * The values of a form that a page's scripts sent as they are; null where this is no form's: anything but plain texts,
 * numbers, boxes, lists and groups of them, or too many or too deep.
 */
export function readReply(sent: unknown): Values | null {
  let left = mostValues;
  const read = (value: unknown, depth: number): Said => {
    if (--left < 0 || depth > deepest + 1) throw new RangeError("too much");
    if (value === null || value === undefined) return value;
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
    if (Array.isArray(value)) return value.map((inner) => read(inner, depth + 1));
    if (!isPlain(value)) throw new TypeError("no form's");
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, read(inner, depth + 1)]));
  };
  try {
    return isPlain(sent) ? (read(sent, 0) as Values) : null;
  } catch {
    return null;
  }
}

/** True for what braces make; what it holds is its own, whatever it is called. */
const isPlain = (value: unknown): value is object => {
  if (typeof value !== "object" || value === null) return false;
  const made = Object.getPrototypeOf(value);
  return made === Object.prototype || made === null;
};
