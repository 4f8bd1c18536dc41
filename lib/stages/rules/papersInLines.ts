import { locales, type Translated } from "../../i18n/rules";
import { cellsInLines, linesAsTyped } from "../../registrations/rules/peopleLines";
import { fold } from "../../text";
import { isCivilDay } from "../../time/civil";
import { readDay } from "../../time/typed";

/** What a line of a list says of a certification from before, as it was typed; `day`, `until`: civil days where they are some. */
export type PaperLine = {
  line: number;
  typed: string;
  name: string;
  tool: string;
  modules: string;
  day: string;
  until: string;
  words: string;
  /** True where the line has a cell more than these. */
  over: boolean;
};

/** A list has at most so many papers. */
export const mostPapers = 100;

/** The columns in the order in which they are taken where no line names them, and what their heads may be called. */
const heads = {
  name: "name|full name|trainer|nom|nom complet|formateur|formatrice|الاسم|الاسم الكامل|المدرّب",
  tool: "tool|outil|الأداة",
  modules: "modules|module|الوحدات|الوحدة",
  day: "from|certified on|date|du|de|depuis|jour de la certification|من|يوم الاعتماد",
  until: "until|valid until|to|au|valable jusqu’au|jusqu’au|إلى|حتى|سارٍ حتى",
  words: "evidence|paper|number|justificatif|document|preuve|الإثبات|الوثيقة",
} as const;
type Head = keyof typeof heads;
const columns = Object.keys(heads) as Head[];
const headOf = new Map(columns.flatMap((head) => heads[head].split("|").map((word) => [fold(word), head])));

const dayIn = (cell: string): string => {
  const day = readDay(cell);
  return isCivilDay(day) ? day : cell;
};

/**
 * Certifications from before that were pasted, one a line, from a spreadsheet or typed: name, tool, modules, from, until, evidence. A
 * first line with the names of columns says which is which.
 */
export function papersInLines(text: string): PaperLine[] {
  const lines = cellsInLines(text);
  const typed = linesAsTyped(text);
  const found = (lines[0]?.cells ?? []).map((cell) => headOf.get(fold(cell)));
  const headed = found.includes("name") && found.includes("tool");
  const order = headed ? found : columns;
  return (headed ? lines.slice(1) : lines).map(({ line, cells }) => {
    const under = (head: Head) => cells[order.indexOf(head)] ?? "";
    return {
      ...{ line, typed: typed.get(line) ?? "" },
      ...{ name: under("name"), tool: under("tool"), modules: under("modules"), words: under("words") },
      ...{ day: dayIn(under("day")), until: dayIn(under("until")) },
      over: cells.slice(order.length).some((cell) => cell !== ""),
    };
  });
}

/** A tool as it is compared: without dots, dashes and spaces. */
const plain = (text: string) => fold(text.replace(/[.\-_–\s]/gu, ""));

/** The tool that a cell names, by its code or by what it is called in some language; undefined where none. */
export const toolNamed = <T extends { code: string; title: Translated }>(
  tools: readonly T[],
  cell: string,
): T | undefined =>
  cell === ""
    ? undefined
    : tools.find(({ code, title }) =>
        [code, ...locales.map((locale) => title[locale])].some(
          (name) => name !== undefined && plain(name) === plain(cell),
        ),
      );

/** Words for all modules of a tool; an empty cell says the same. */
const whole = new Set(
  ["", "all", "tous", "toutes", "tout", "whole", "كل", "الكل", "جميعها", "كلها"].map(fold),
);

/**
 * The modules of a tool that a cell names by their codes, with spaces, commas, pluses or slashes between, or as the first and the last with a
 * dash; null where it names something else.
 */
export function modulesNamed(codes: readonly string[], cell: string): string[] | null {
  if (whole.has(fold(cell))) return [...codes];
  const at = (word: string) => codes.findIndex((code) => fold(code) === fold(word));
  const said = cell
    .replace(/\s*[-–]\s*/gu, "-")
    .split(/[\s,،;؛+/]+/u)
    .filter(Boolean)
    .flatMap((word) => {
      const [first, last = first] = at(word) >= 0 ? [at(word)] : word.split("-").map(at);
      if (first === undefined || last === undefined || first < 0 || last < first) return [null];
      return codes.slice(first, last + 1);
    });
  return said.includes(null) ? null : codes.filter((code) => said.includes(code));
}
