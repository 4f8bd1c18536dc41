import { asciiDigits, fold, withoutMarks } from "../text";

/**
 * The normal form of names, for search, duplicates and order. Counts up with every change of what is kept of it
 * (`search`, `sortName`, `nameKey`): the next start makes all of them anew.
 */
export const nameFormVersion = 1;

/** Forms of address, folded; dropped before a name, never the whole of it. */
const titles = new Set(
  (
    "د دكتور الدكتور دكتوره الدكتوره م مهندس المهندس مهندسه المهندسه ا استاذ الاستاذ استاذه الاستاذه " +
    "السيد السيده الانسه انسه الشيخ الشيخه المحامي المحاميه " +
    "dr dre mr mrs ms miss mme mlle m prof pr eng ing ir"
  ).split(" "),
);

/** Given names that begin like the article and have none. */
const withoutArticle = new Set(
  "الهام الياس الفت الطاف الماس اليسار اليسا الينا الين العازر اليعازر".split(" "),
);

/** The words of a name without what is put before it (د. · الأستاذ · Mme), as long as some word is left. */
const wordsOf = (name: string): string[] => untitled(fold(name));

function untitled(folded: string): string[] {
  const words = folded.split(" ");
  while (words.length > 1 && titles.has(words[0]!)) words.shift();
  return words;
}

/** A word without its article, also where it is joined to the word before: الحداد as حداد, عبدالرحمن as عبدرحمن. */
const bare = (word: string) =>
  withoutArticle.has(word) ? word : word.replace(/^(.{2,})?ال(.{3,})$/u, "$1$2");

/** أبي and أبا are what becomes of أبو within a sentence; ابن stands for بن. Before another word only. */
const inOneCase = (word: string, i: number, words: string[]) =>
  i === words.length - 1 ? word : /^اب[يا]$/.test(word) ? "ابو" : word === "ابن" ? "بن" : word;

/**
 * A name without spaces, titles and the Arabic article: two names are taken for the same where this is. عبد الله is
 * عبدالله, Zein El Dine is ZeinElDine, د. الحداد is حداد.
 */
export const nameKey = (name: string): string => wordsOf(name).map(inOneCase).map(bare).join("");

/** True where two names are spellings of one. */
export const sameName = (one: string, other: string): boolean => nameKey(one) === nameKey(other);

/** What an organisation is recognised by: its folded name without spaces. */
export const organisationKey = (name: string): string => fold(name).replaceAll(" ", "");

/** Joined compounds taken apart, so that both ways of writing stand together: عبدالله as عبد الله. */
const apart = (word: string): string =>
  word
    .replace(/^(عبد|ابو|ام|ذو)(?=ال.{2})/u, "$1 ")
    .replace(/^(.{2,})(?=(?:الدين|الله)$)/u, (before) => (before.endsWith(" ") ? before : `${before} `));

/**
 * What people and organisations are ordered by, on every machine alike: the folded words, without title and article in
 * front (د. · ال · Al-). Latin letters come from a to z, then Arabic ones from alef to yaa.
 */
export function sortKey(name: string): string {
  const [first = "", ...rest] = wordsOf(name).map(inOneCase);
  if (/^[ae]l$/.test(first) && rest.length > 0) return rest.map(apart).join(" ");
  const front = withoutArticle.has(first) ? first : first.replace(/^ال(?=.{2})/u, "");
  return [front, ...rest].map(apart).join(" ");
}

/**
 * These in the order in which their reader finds them: by the names that are read, which may be in another script than those
 * that are kept. For a list that stands whole on a page.
 */
export const inOrderAsRead = <Row>(rows: readonly Row[], called: (row: Row) => string): Row[] =>
  inOrderOfNames(rows.map((row) => ({ row, name: called(row) }))).map(({ row }) => row);

/** These in the order of their names; what a name is ordered by is made once each. */
export const inOrderOfNames = <Named extends { name: string }>(rows: readonly Named[]): Named[] =>
  rows
    .map((row) => ({ row, by: sortKey(row.name) }))
    .sort((one, other) => (one.by < other.by ? -1 : Number(one.by > other.by)))
    .map(({ row }) => row);

/**
 * The text in which something is searched: its words, and after a bar each part without spaces. Short words are looked for
 * before the bar only, for they occur by chance where two words meet.
 */
export const searchText = (parts: readonly (string | null | undefined)[]): string => {
  const said = parts.filter((part): part is string => Boolean(part));
  const words: string[] = [];
  const joined: string[] = [];
  for (const part of said) {
    const folded = fold(part);
    const own = untitled(folded).map(inOneCase);
    words.push(...folded.split(" "), ...own);
    joined.push(own.map(bare).join(""));
  }
  return `${[...new Set(words)].join(" ")} | ${joined.join(" ")}`;
};

/** What is kept of a name, and of the organisation beside it; every command that writes a name writes all of it. */
export const namesOf = (input: { name: string; latinName: string | null }, organisation: string | null) => ({
  name: input.name,
  latinName: input.latinName,
  search: searchText([input.name, input.latinName, organisation]),
  sortName: sortKey(input.name),
});

/** So many are looked at for one search; where more are found, a page says to narrow it. */
export const mostFound = 1_000;

/** Articles and forms of address in Latin letters: of no use to a search. */
const particles = new Set(["al", "el"]);

/** The words by which something is looked for, at most eight: without titles and articles, as far as others are left. */
function wordsSought(query: string): string[] {
  const words = wordsOf(query).filter(Boolean);
  const telling = words.filter((word) => !particles.has(word));
  return (telling.length > 0 ? telling : words).map(inOneCase).map(bare).slice(0, 8);
}

/**
 * The words of a search as patterns of LIKE on a `searchText` with a space before it. Three letters may stand anywhere;
 * what is shorter begins a word. Short words are looked for before the bar only.
 */
export const searchPatterns = (query: string): string[] =>
  wordsSought(query).map((word) => {
    const length = [...word].length;
    return length < 3 ? `% ${word}%|%` : length < 4 ? `%${word}%|%` : `%${word}%`;
  });

/**
 * What the index of names is asked for: all that stand three letters together in any of these patterns, parted by AND.
 * Null where none do.
 */
export function trigramsOf(patterns: readonly string[]): string | null {
  const trigrams = patterns
    .flatMap((pattern) => pattern.split("%"))
    .map((part) => [...part])
    .flatMap((signs) => signs.slice(2).map((_, i) => signs.slice(i, i + 3).join("")));
  return trigrams.length === 0 ? null : [...new Set(trigrams)].map((three) => `"${three}"`).join(" AND ");
}

/** What the order of a name begins with that is looked for by single letters, which no index of names finds. */
export const firstLetters = (query: string): string => wordsSought(query)[0] ?? "";

/** Why a search cannot be made: nothing in it can be looked for, or it would find nearly everybody. */
export type QueryFault = "nothing" | "short";

/** A search as somebody typed it. `q` is what is searched for; null where nothing was typed, or with `fault` why not. */
export type Query = { q: string | null; typed: string; fault: QueryFault | null };

const mostTyped = 200;

/**
 * Reads what somebody typed into a search. Invisible marks are dropped; what has no letter and no digit, or one single
 * Latin or Arabic letter, is no search, and is said to be none instead of finding everybody.
 */
export function readQuery(given: unknown): Query {
  const typed = withoutMarks(typeof given === "string" ? given : "")
    .normalize("NFC")
    .replace(/\s+/gu, " ")
    .trim()
    .slice(0, mostTyped);
  if (typed === "") {
    const marksOnly = typeof given === "string" && /\S/u.test(given);
    return { q: null, typed, fault: marksOnly ? "nothing" : null };
  }
  const folded = fold(typed);
  if (!/[\p{L}\p{N}]/u.test(folded)) return { q: null, typed, fault: "nothing" };
  if (/^[a-z\u0621-\u064a]$/.test(folded)) return { q: null, typed, fault: "short" };
  return { q: asciiDigits(typed), typed, fault: null };
}
