import type { Said, Values } from "@/app/_actions/readPost";

/**
 * What becomes of a form whose row somebody else changed meanwhile. Three states are compared: what the form came with,
 * what it holds, and what is there now. What was not touched takes what is there now; what was touched stays.
 */

/** A touched field that is another one now, by its name, with what it is now. */
export type Overtaken = { name: string; now: Said };

type Group = { [name: string]: Said };

const isGroup = (said: Said): said is Group =>
  typeof said === "object" && said !== null && !Array.isArray(said);
const isRows = (said: Said): said is Group[] => Array.isArray(said) && said.some(isGroup);
const rowsIn = (said: Said): Group[] => (Array.isArray(said) ? said.filter(isGroup) : []);
const textsIn = (said: Said): string[] =>
  (Array.isArray(said) ? said : said === undefined || said === null || said === "" ? [] : [said]).map(String);

/** The same whether a field is empty, unticked or not there, and whether a number is one or its text. */
function written(said: Said): string {
  if (said === undefined || said === null || said === false) return "";
  if (said === true) return "on";
  if (Array.isArray(said)) return said.length === 0 ? "" : `[${said.map(written).join("\u0000")}]`;
  if (!isGroup(said)) return String(said);
  const parts = Object.keys(said)
    .sort()
    .flatMap((name) => (written(said[name]) === "" ? [] : [`${name}\u0001${written(said[name])}`]));
  return parts.length === 0 ? "" : `{${parts.join("\u0000")}}`;
}

/** True where two say the same. */
export const same = (a: Said, b: Said): boolean => written(a) === written(b);

/** Boxes of one name: whatever the reader ticked or unticked is so, the others are as they are now. */
function mergeTicks(first: Said, mine: Said, now: Said): string[] {
  const [before, here, there] = [textsIn(first), textsIn(mine), textsIn(now)];
  const left = there.filter((one) => here.includes(one) || !before.includes(one));
  return [...left, ...here.filter((one) => !before.includes(one) && !left.includes(one))];
}

const keyOf = (row: Group) => written(row.id);
const keysOf = (rows: readonly Group[]) => rows.map(keyOf).filter(Boolean);

/** Rows in the order in which they are now, unless the reader moved, added before or took out some. */
function inOrder(first: readonly Group[], mine: readonly Group[], now: readonly Group[]): Group[] {
  const known = new Set(keysOf(first));
  const here = new Set(keysOf(mine));
  const added = now.filter((row) => keyOf(row) && !known.has(keyOf(row)) && !here.has(keyOf(row)));
  const unmoved = keysOf(first).join(" ") === keysOf(mine).join(" ");
  const there = keysOf(now);
  const rank = (row: Group) => (there.includes(keyOf(row)) ? there.indexOf(keyOf(row)) : there.length);
  const kept = mine.filter((row) => keyOf(row));
  const unkeyed = mine.filter((row) => !keyOf(row));
  if (unmoved) return [...[...kept, ...added].sort((a, b) => rank(a) - rank(b)), ...unkeyed];
  const last = mine.lastIndexOf(kept.at(-1)!);
  return [...mine.slice(0, last + 1), ...added, ...mine.slice(last + 1)];
}

function mergeRows(first: Said, mine: Said, now: Said, name: string, found: Overtaken[]): Said {
  const [before, here, there] = [rowsIn(first), rowsIn(mine), rowsIn(now)];
  if (keysOf([...before, ...here, ...there]).length === 0)
    return before.length === here.length && here.length === there.length
      ? here.map((row, i) => mergeGroup(before[i]!, row, there[i]!, `${name}.${i}`, found))
      : here;
  const withKey = (rows: readonly Group[], key: string) => rows.find((row) => key && keyOf(row) === key);
  const merged: Group[] = [];
  for (const row of inOrder(before, here, there)) {
    const was = withKey(before, keyOf(row));
    const is = withKey(there, keyOf(row));
    const at = `${name}.${merged.length}`;
    if (is) merged.push(mergeGroup(was ?? is, row, is, at, found));
    // Somebody else took it out: it goes, unless the reader wrote in it.
    else if (!was || !same(was, row)) merged.push(was ? mergeGroup(was, row, emptied(row), at, found) : row);
  }
  return merged;
}

/** A row that is not there any more: what the reader wrote in it is added anew. */
const emptied = (row: Group): Group => Object.fromEntries(Object.keys(row).map((name) => [name, ""]));

function mergeGroup(first: Group, mine: Group, now: Group, under: string, found: Overtaken[]): Group {
  const names = new Set([...Object.keys(mine), ...Object.keys(now)]);
  return Object.fromEntries(
    [...names].map((name) => [
      name,
      merge(first[name], mine[name], now[name], under ? `${under}.${name}` : name, found),
    ]),
  );
}

function merge(first: Said, mine: Said, now: Said, name: string, found: Overtaken[]): Said {
  if (now === undefined || same(mine, now)) return mine;
  // What has no field here is not the reader's.
  if (mine === undefined || same(first, mine)) return now;
  if (isRows(first) || isRows(mine) || isRows(now)) return mergeRows(first, mine, now, name, found);
  if (isGroup(now)) return mergeGroup(groupOf(first), groupOf(mine), now, name, found);
  found.push({ name, now });
  return Array.isArray(now) ? mergeTicks(first, mine, now) : mine;
}

const groupOf = (said: Said): Group => (isGroup(said) ? said : {});

/**
 * Puts what is there `now` into a form that came with `first` and holds `mine`.
 * @returns what it holds then, and which touched fields are another one now than was written.
 */
export function overtake(
  first: Values,
  mine: Values,
  now: Values,
): { values: Values; overtaken: Overtaken[] } {
  const overtaken: Overtaken[] = [];
  return { values: mergeGroup(first, mine, now, "", overtaken), overtaken };
}

/** The field of a form that carries what it came with, for whoever sends it without JavaScript. */
export const cameWithField = "cameWith";

/** How a form begins: what it holds, what it came with, and what of it was overtaken (null where nobody was told so). */
export type Beginning = { values: Values; first: Values; overtaken: Overtaken[] | null };

/** How a form begins that was posted without JavaScript and refused; `now` is what is there at this moment. */
export function begunAgain(kept: Values, now: Values, stale: boolean): Beginning {
  const { [cameWithField]: _, ...values } = kept;
  const sent = posted(kept);
  // Without a word of what it came with, all of it counts as touched.
  if (!stale) return { values, first: sent?.first ?? now, overtaken: null };
  return { ...overtake(sent?.first ?? {}, sent?.mine ?? values, now), first: now };
}

/**
 * What a form came with, as it was posted. Fields of which no trace is posted (no box ticked) are there as empty ones, so
 * that a tick that was taken away is one that was touched.
 */
function posted(kept: Values): { first: Values; mine: Values } | null {
  const { [cameWithField]: text, ...said } = kept;
  if (typeof text !== "string") return null;
  try {
    const first: unknown = JSON.parse(text);
    if (!isGroup(first as Said)) return null;
    return { first: first as Values, mine: withUnticked(first as Group, said) as Values };
  } catch {
    return null;
  }
}

/** Texts that were not posted had no field, and stay as they were; boxes were unticked. */
function withUnticked(first: Said, mine: Said): Said {
  if (mine === undefined) return first === true ? false : Array.isArray(first) && !isRows(first) ? [] : first;
  if (isRows(first) && Array.isArray(mine)) return mine.map((row, i) => withUnticked(first[i], row));
  if (!isGroup(first) || !isGroup(mine)) return mine;
  return {
    ...mine,
    ...Object.fromEntries(Object.keys(first).map((name) => [name, withUnticked(first[name], mine[name])])),
  };
}
