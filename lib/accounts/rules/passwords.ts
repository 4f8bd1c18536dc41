import { fold } from "../../text";

/**
 * The one password that everybody knows: of all accounts of the demonstration. No other instance takes it.
 */
export const demonstrationPassword = "cascade-demo";

/** Words that everybody connects with this product, whoever chooses a password for it. */
const wordsOfProduct = [
  "cascade",
  "demo",
  "think.coop",
  "start.coop",
  "my.coop",
  "manage.coop",
  "coop",
  "ilo",
];

/** What is typed in the place of a letter. */
const standsFor: Record<string, string> = {
  "@": "a",
  "4": "a",
  "8": "b",
  "3": "e",
  "€": "e",
  "6": "g",
  "1": "i",
  "!": "i",
  "|": "l",
  "0": "o",
  $: "s",
  "5": "s",
  "7": "t",
  "+": "t",
  "2": "z",
};

/** Letters and digits alone, folded, without what parts them. */
const bare = (text: string): string => fold(text).replaceAll(" ", "");

/** The same with letters where signs or digits stand for them; `l` where a one stands for that. */
const spelledOut = (text: string, one: "i" | "l"): string =>
  bare([...text].map((sign) => (sign === "1" || sign === "!" ? one : (standsFor[sign] ?? sign))).join(""));

/**
 * The forms under which a password is looked up among the common ones: folded as names are, with and without the digits
 * and signs at its ends, and with letters for what stands in their place. "P@ssw0rd123!" has "password" among them.
 */
export function formsOf(password: string): string[] {
  const text = password.normalize("NFKC").toLowerCase();
  const trimmed = text.replace(/^[^\p{L}]+/u, "").replace(/[^\p{L}]+$/u, "");
  // "$unshine99" begins with a letter, "passw0rd" ends with one, though neither looks so.
  const atEnd = text.replace(/[^\p{L}]+$/u, "");
  const forms = [text, trimmed, atEnd].flatMap((form) => [
    bare(form),
    spelledOut(form, "i"),
    spelledOut(form, "l"),
  ]);
  return [...new Set(forms)].filter((form) => form.length > 2);
}

/** Rows in which neighbours are typed one after another: alphabets, and keyboards of ours. */
const rows = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "azertyuiop",
  "qsdfghjklm",
  "wxcvbn",
  "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
  "ضصثقفغعهخحجد",
  "شسيبلاتنمكط",
].map(bare);

/** True where two signs follow one another in a row, forwards (1) or backwards (-1), or are the same (0). */
const follows = (one: string, other: string, by: -1 | 0 | 1): boolean =>
  by === 0 ? one === other : rows.some((row) => row.includes(by === 1 ? one + other : other + one));

/** How many runs a text is made of, each of one sign again and again or of neighbours in a row. */
function runsIn(text: string): number {
  const signs = [...text];
  let runs = 0;
  for (let at = 0; at < signs.length; runs++) {
    const by = ([0, 1, -1] as const).find((step) => follows(signs[at]!, signs[at + 1] ?? "\n", step));
    at++;
    while (by !== undefined && at < signs.length && follows(signs[at - 1]!, signs[at]!, by)) at++;
  }
  return runs;
}

/** What is said again and again in a text, or the text itself. */
const repeated = (text: string): string => /^(.+?)\1+$/su.exec(text)?.[1] ?? text;

/** True of a few runs or few signs, such as "1234567890", "aaaaabbbbb", "abcabcabcabc". */
function isPattern(text: string): boolean {
  return runsIn(text) <= 3 || new Set(text).size < 4 || repeated(text).length < 6;
}

/** The words of somebody's own texts, each whole and in its parts; of a number its last digits. */
function partsOf(own: readonly string[]): string[] {
  const parts = own.flatMap((text) => {
    const words = fold(text).split(" ");
    const digits = words.join("").replace(/\D/g, "");
    const ends = digits.length < 7 ? [] : [digits, digits.slice(-9), digits.slice(-8), digits.slice(-7)];
    return [...words, words.join(""), ...ends];
  });
  return [...new Set(parts)].filter((part) => part.length > 2).sort((a, b) => b.length - a.length);
}

/** True where hardly anything is left of a text once these parts are taken out of it, or a common password is. */
function isMadeOf(text: string, parts: readonly string[], common: ReadonlySet<string>): boolean {
  const left = parts.reduce((rest, part) => rest.replaceAll(part, " "), text);
  if (left === text) return false;
  const letters = left.replace(/[^\p{L}]/gu, "");
  return letters.length < 4 || formsOf(left).some((form) => common.has(form));
}

/**
 * By what a password is among the first to be guessed: rows of keys and the same again and again (`pattern`), common ones in
 * any spelling, and what is made of the person's own words (names, contact, organisation, programme) or the product's; null
 * for any other.
 * @param own what is known of whoever chooses it, as it is written.
 * @param common folded forms of common passwords.
 */
export function guessedBy(
  password: string,
  own: readonly string[],
  common: ReadonlySet<string>,
): "pattern" | "common" | "own" | null {
  const parts = partsOf([...own, ...wordsOfProduct]);
  const whole = bare(password);
  if (isPattern(whole)) return "pattern";
  if ([...formsOf(password), repeated(whole)].some((form) => common.has(form))) return "common";
  const texts = [whole, spelledOut(password.normalize("NFKC").toLowerCase(), "i")];
  return texts.some((text) => isMadeOf(text, parts, common)) ? "own" : null;
}
