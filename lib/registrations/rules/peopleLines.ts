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
  /** A cell that nothing is known to be. */
  over: boolean;
};

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
const isNumber = (cell: string) => /^\d{1,3}[.)]?$/.test(asciiDigits(cell));

/** The cells of a line, without the quotation marks that a spreadsheet puts around a cell with a comma in it. */
const cellsOf = (typed: string, between: RegExp): string[] =>
  [...typed.matchAll(new RegExp(`("(?:[^"]|"")*"|[^${between.source}]*)(?:[${between.source}]|$)`, "gu"))]
    .slice(0, -1)
    .map(([, cell = ""]) => squeeze(cell.replace(/^"(.*)"$/su, "$1").replaceAll('""', '"')));

/** What stands between the cells of a list: tabs as from a spreadsheet, else semicolons, else commas. */
const betweenCells = (text: string): RegExp =>
  text.includes("\t") ? /\t/ : /[;؛]/u.test(text) ? /;؛/u : /,،/u;

/**
 * People who were pasted, one a line, from a spreadsheet or typed: cells between tabs, semicolons or commas. A first line
 * with the names of columns says what each is; without one a cell is what it looks like (a number to reach, an e-mail
 * address, a sex), the first other one a name and the second an organisation. Numbers of rows say nothing.
 * @returns also the heads of columns that are not known, of which nothing is taken.
 */
export function peopleInLines(text: string): { people: PersonLine[]; notTaken: string[] } {
  const between = betweenCells(text);
  const lines = withoutHidden(text)
    .split("\n")
    .map((typed, nth) => ({ line: nth + 1, cells: cellsOf(typed, between) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  const first = lines[0]?.cells ?? [];
  const found = first.map((cell) => (cell === "" ? undefined : headOf.get(key(cell))));
  const headed = found.includes("name") || (found.includes("given") && found.includes("family"));
  if (!headed) return { people: lines.map(({ line, cells }) => ({ line, ...byLook(cells) })), notTaken: [] };
  return {
    people: lines.slice(1).map(({ line, cells }) => ({ line, ...byHeads(cells, found) })),
    notTaken: first.filter((cell, i) => found[i] === undefined && cell !== ""),
  };
}

/** A line by the heads of its columns. */
function byHeads(cells: readonly string[], found: readonly (Head | undefined)[]): Omit<PersonLine, "line"> {
  const under = (head: Head) => cells.filter((cell, i) => found[i] === head && cell !== "").join(" ");
  const sex = under("sex");
  const given = under("given");
  return {
    name: given ? squeeze(`${given} ${under("name")} ${under("family")}`) : under("name") || under("family"),
    phone: under("phone"),
    email: under("email"),
    organisation: under("organisation"),
    sex: sexOf(sex) ?? "",
    over: sex !== "" && sexOf(sex) === null,
  };
}

/** A line by what its cells look like. */
function byLook(cells: readonly string[]): Omit<PersonLine, "line"> {
  const said = {
    name: "",
    phone: "",
    email: "",
    organisation: "",
    sex: "" as PersonLine["sex"],
    over: false,
  };
  const numbered = cells.length > 1 && isNumber(cells[0]!) ? cells.slice(1) : cells;
  for (const cell of numbered.filter((one) => one !== "")) {
    const sex = said.name === "" ? null : sexOf(cell);
    if (said.email === "" && cell.includes("@")) said.email = cell;
    else if (said.phone === "" && isPhone(cell)) said.phone = cell;
    else if (said.sex === "" && sex !== null) said.sex = sex;
    else if (said.name === "") said.name = cell.replace(/^\p{Nd}{1,3}\s*[.)-]\s*/u, "");
    else if (said.organisation === "") said.organisation = cell;
    else said.over = true;
  }
  return said;
}
