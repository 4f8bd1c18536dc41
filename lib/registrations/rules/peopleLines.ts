import { asciiDigits, fold, squeeze, withoutHidden } from "../../text";

/** What a line of a list says of somebody, as it was typed. */
export type PersonLine = {
  /** Counted from 1. */
  line: number;
  name: string;
  phone: string;
  email: string;
  organisation: string;
  sex: "woman" | "man" | "";
  /** What nobody is registered with: a cell that nothing is known to be, or a name that holds more than a name. */
  wrong: readonly ("unclear" | "inName")[];
  /** What may be meant otherwise than it was taken: an organisation that may be half of the name, or a comma in the name. */
  doubts: readonly ("halfName" | "comma")[];
};

/** What the cells of a line say, before it is looked at as a whole. */
type Said = Omit<PersonLine, "line" | "wrong" | "doubts"> & { over: boolean; halfName: boolean };

/** A list has at most so many people. */
export const mostListed = 100;

/** What the head of a column may be called; `given` and `family` are the two halves of a name. */
const heads = {
  nth: "no|nr|n|#|رقم|الرقم|م|ت",
  name: "name|full name|nom|noms|nom complet|nom et prénom|participant|participante|الاسم|الاسم الكامل|اسم المشارك",
  given: "first name|given name|prénom|prénoms|الاسم الأول",
  family: "last name|family name|surname|nom de famille|postnom|اسم العائلة|الكنية|اللقب",
  phone:
    "phone|phone number|telephone|tel|mobile|whatsapp|numéro de téléphone|الهاتف|رقم الهاتف|هاتف|الجوال|رقم الجوال|الموبايل|واتساب",
  email:
    "email|e mail|mail|email address|courriel|adresse e mail|adresse email|البريد الإلكتروني|البريد|الإيميل",
  organisation:
    "organisation|organization|cooperative|structure|association|employer|المؤسسة|التعاونية|الجمعية|الجهة|جهة العمل",
  sex: "sex|gender|sexe|genre|الجنس|النوع",
} as const;
type Head = keyof typeof heads;

/** Words for women and men, as lists say them. */
const women = new Set("f w female woman femme feminin انثي امراه سيده انسه".split(" ").map(fold));
const men = new Set("m h male man homme masculin ذكر رجل سيد".split(" ").map(fold));

const key = (cell: string) => fold(cell.replace(/[._\-°*:]/g, " "));
const headOf = new Map(
  (Object.keys(heads) as Head[]).flatMap((head) => heads[head].split("|").map((word) => [key(word), head])),
);

const sexOf = (cell: string): "woman" | "man" | null =>
  women.has(key(cell)) ? "woman" : men.has(key(cell)) ? "man" : null;
const isPhone = (cell: string) => /^\+?[\d\s().\-/]{6,}$/.test(asciiDigits(cell).replace("＋", "+"));
const isDigits = (cell: string) => /^[+＋\p{Nd}\s().\-/]*\p{Nd}[\p{Nd}\s().\-/]*$/u.test(cell);
const isNumber = (cell: string) => /^\d{1,3}[.)]?$/.test(asciiDigits(cell));

/** What can stand between cells: tabs as from a spreadsheet, semicolons or commas. */
const separators = ["\t", ";؛", ",،"] as const;

/** A cell in quotation marks, as a spreadsheet puts them around one with a comma or a line break in it. */
const quoted = /(^|[\t\n;؛,،])[ ]*"((?:[^"]|"")*)"(?=[ ]*(?:[\t\n;؛,،]|$))/gu;

/** Stands for a line break within a cell, until the lines are told apart. */
const brokenHere = "\v";

/** The lines as they were typed, each with what its cells hold beyond its end. */
function typedLines(text: string): { line: number; typed: string }[] {
  let line = 1;
  return withoutHidden(text)
    .replace(quoted, (cell) => cell.replace(/(?!^)\n/gu, brokenHere))
    .split("\n")
    .map((typed) => {
      const at = line;
      line += typed.split(brokenHere).length;
      return { line: at, typed };
    });
}

/** Each line of a list as it was typed, by its number; a break within a cell is a space. */
export const linesAsTyped = (text: string): ReadonlyMap<number, string> =>
  new Map(typedLines(text).map(({ line, typed }) => [line, squeeze(typed.replaceAll(brokenHere, " "))]));

/** The cells of a line, without the quotation marks around some. */
const cellsOf = (typed: string, between: string): string[] =>
  [
    ...typed.matchAll(
      new RegExp(`[ ]*("(?:[^"]|"")*"(?=[ ]*(?:[${between}]|$))|[^${between}]*)[ ]*(?:[${between}]|$)`, "gu"),
    ),
  ]
    .slice(0, -1)
    .map(([, cell = ""]) => squeeze(cell.replace(/^"(.*)"$/su, "$1").replaceAll('""', '"')));

/** True where something of a line stands between cells, outside of quotation marks. */
const holds = (typed: string, between: string): boolean =>
  [...typed.replace(quoted, "$1")].some((sign) => between.includes(sign));

/** What stands between the cells of each line: what does so in most lines, where it is in this one; else what is in it. */
function betweenIn(lines: readonly string[]): (typed: string) => string {
  const count = (between: string) => lines.filter((typed) => holds(typed, between)).length;
  const byUse = [...separators].sort((a, b) => count(b) - count(a));
  return (typed) => byUse.find((between) => holds(typed, between)) ?? byUse[0]!;
}

/** True of a name in which a number, an address or what stands between cells was left. */
const holdsMore = (name: string): boolean =>
  /^\p{Nd}|[@;؛|\t]|[,،].*[,،]/u.test(name) || (name.match(/\p{Nd}/gu) ?? []).length > 1;

/** The cells of each line of what was pasted, between tabs, semicolons or commas; lines in which nothing stands are left out. */
export function cellsInLines(text: string): { line: number; cells: string[] }[] {
  const typed = typedLines(text);
  const between = betweenIn(typed.map((one) => one.typed));
  return typed
    .map((one) => ({ line: one.line, cells: cellsOf(one.typed, between(one.typed)) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
}

/**
 * People who were pasted, one a line, from a spreadsheet or typed: cells between tabs, semicolons or commas, by the line. A first
 * line with the names of columns says what each is; without one a cell is what it looks like (a number to reach, an e-mail
 * address, a sex), the first other one a name and the second an organisation. Numbers of rows say nothing.
 * @returns also the heads of columns that are not known, of which nothing is taken, and whether there were heads.
 */
export function peopleInLines(text: string): { people: PersonLine[]; notTaken: string[]; headed: boolean } {
  const lines = cellsInLines(text);
  const first = lines[0]?.cells ?? [];
  const found = first.map((cell) => (cell === "" ? undefined : headOf.get(key(cell))));
  const headed = found.includes("name") || (found.includes("given") && found.includes("family"));
  return {
    people: (headed ? lines.slice(1) : lines).map(({ line, cells }) =>
      asLine(line, headed ? byHeads(cells, found) : byLook(cells)),
    ),
    notTaken: headed ? first.filter((cell, i) => cell !== "" && isLeft(found, i, lines.slice(1))) : [],
    headed,
  };
}

/** A line with what is wrong or in doubt with it. */
function asLine(line: number, { over, halfName, ...said }: Said): PersonLine {
  const more = holdsMore(said.name);
  return {
    line,
    ...said,
    wrong: [...(over ? (["unclear"] as const) : []), ...(more ? (["inName"] as const) : [])],
    doubts: [
      ...(halfName ? (["halfName"] as const) : []),
      ...(!more && /[,،]/u.test(said.name) ? (["comma"] as const) : []),
    ],
  };
}

/** Whose columns say a part of the name each: all of them are taken. */
const inParts: readonly (Head | undefined)[] = ["name", "given", "family"];

/** True of a column of which something is not taken: it has no known head, or an earlier one with that head says another thing. */
const isLeft = (
  found: readonly (Head | undefined)[],
  at: number,
  lines: readonly { cells: readonly string[] }[],
): boolean =>
  found[at] === undefined ||
  (found[at] !== "nth" &&
    !inParts.includes(found[at]) &&
    lines.some(({ cells }) => {
      const first = cells.find((cell, i) => found[i] === found[at] && cell !== "");
      return cells[at] !== undefined && cells[at] !== "" && cells[at] !== first;
    }));

/** A line by the heads of its columns; of two columns with one head the first that says something. */
function byHeads(cells: readonly string[], found: readonly (Head | undefined)[]): Said {
  const under = (head: Head) => {
    const filled = cells.filter((cell, i) => found[i] === head && cell !== "");
    return inParts.includes(head) ? filled.join(" ") : (filled[0] ?? "");
  };
  const sex = under("sex");
  const given = under("given");
  return {
    name: given ? squeeze(`${given} ${under("name")} ${under("family")}`) : under("name") || under("family"),
    phone: under("phone"),
    email: under("email"),
    organisation: under("organisation"),
    sex: sexOf(sex) ?? "",
    over: (sex !== "" && sexOf(sex) === null) || cells.slice(found.length).some((cell) => cell !== ""),
    halfName: false,
  };
}

/** The parts of a cell in which an e-mail address or a phone stands beside words with only a space between. */
function partsOf(cell: string): string[] {
  const address = /(?:^|\s)[<(]?([^\s<>()@]+@[^\s<>()@]+)[>)]?(?=\s|$)/u.exec(cell);
  if (address && address[1] !== cell)
    return [...partsOf(squeeze(cell.replace(address[0], " "))), address[1]!];
  const [, words, phone] = /^(.*\p{L}\S*)\s+([+＋]?\p{Nd}[\p{Nd}\s().\-/]{5,})$/u.exec(cell) ?? [];
  return words && phone && isPhone(phone) ? [words, phone] : [cell];
}

/** A line by what its cells look like. */
function byLook(cells: readonly string[]): Said {
  const said: Said = {
    ...{ name: "", phone: "", email: "", organisation: "", sex: "" },
    ...{ over: false, halfName: false },
  };
  const numbered = cells.length > 1 && isNumber(cells[0]!) ? cells.slice(1) : cells;
  const parts = numbered.flatMap(partsOf);
  let nameAt = -1;
  for (const [i, cell] of parts.entries()) {
    const sex = said.name === "" ? null : sexOf(cell);
    if (cell === "") continue;
    if (said.email === "" && cell.includes("@")) said.email = cell;
    else if (said.phone === "" && isPhone(cell)) said.phone = cell;
    // Digits alone are no organisation: a number to reach that is too short is said to be one.
    else if (said.name !== "" && said.phone === "" && isDigits(cell)) said.phone = cell;
    else if (said.sex === "" && sex !== null) said.sex = sex;
    else if (said.name === "") {
      said.name = cell.replace(/^(?:\p{Nd}{1,3}\s*[.)-]|[-–•*]\s)\s*/u, "");
      nameAt = i;
    } else if (said.organisation === "") {
      said.organisation = cell;
      const more = parts.slice(i + 1).some((one) => one !== "");
      said.halfName = i === nameAt + 1 && !cell.includes(" ") && (more || !said.name.includes(" "));
    } else said.over = true;
  }
  return said;
}
