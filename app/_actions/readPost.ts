/** What a form says: texts, numbers and boxes, lists and groups of them. */
export type Said = string | number | boolean | null | undefined | Said[] | { [name: string]: Said };
export type Values = { [name: string]: Said };

const mostFields = 5000;
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
