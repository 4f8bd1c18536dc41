import type { Locale, Translated } from "../i18n/rules";
import { fold } from "../text";

/**
 * Lists that a coordinator types into one box, a line each: questions and signatories. What stands there already is
 * recognised in its line and kept whole, with what the line does not show (translations, kind, options, answers).
 */
const linesOf = (text: string | null) =>
  (text ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

/** A text on one line, as such a box holds it. */
const oneLine = (text: string) => text.replace(/\s+/gu, " ").trim();

export const mostQuestions = 12;
export const mostSignatories = 3;

export type Question = { id: number; label: Translated };

const questionLine = (q: Pick<Question, "label">) => oneLine(q.label[q.label.own] ?? "");

/** Questions as their box holds them. */
export const questionLines = (questions: readonly Pick<Question, "label">[]) =>
  questions.map(questionLine).join("\n");

/** How much two texts share, from 0 to 1: the pairs of neighbouring letters that both have (Dice). */
function likeness(a: string, b: string): number {
  const pairs = (text: string) => Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2));
  const [left, right] = [pairs(fold(a)), pairs(fold(b))];
  const rest = [...right];
  let shared = 0;
  for (const pair of left) {
    const i = rest.indexOf(pair);
    if (i < 0) continue;
    rest.splice(i, 1);
    shared += 1;
  }
  return left.length + right.length === 0 ? 0 : (2 * shared) / (left.length + right.length);
}

/** True where one text is the other with something added. */
const within = (a: string, b: string) => {
  const [short, long] = [fold(a), fold(b)].sort((x, y) => x.length - y.length) as [string, string];
  return short !== "" && long.includes(short);
};

/** From which likeness on a line is a question reworded: in its own place sooner than in another. */
const likeInPlace = 0.4;
const likeElsewhere = 0.7;

/**
 * Which question each line is: the one with these words, else the one whose words were mended, else a new one (null).
 * A line with quite other words is a new question, so that nobody's answer is ever read under a question not asked.
 */
export function readQuestions<Q extends Question>(
  text: string | null,
  before: readonly Q[],
): { lines: { text: string; was: Q | null }[]; left: Q[] } {
  const typed = linesOf(text);
  const taken = new Map<number, Q>();
  const free = () => before.filter((q) => ![...taken.values()].includes(q));
  const open = () => typed.flatMap((line, i) => (taken.has(i) ? [] : [{ line, i }]));
  for (const { line, i } of open()) {
    const same = free().find((q) => questionLine(q) === oneLine(line));
    if (same) taken.set(i, same);
  }
  if (typed.length === before.length)
    for (const { line, i } of open()) {
      const here = before[i]!;
      const was = questionLine(here);
      if (free().includes(here) && (within(line, was) || likeness(line, was) >= likeInPlace))
        taken.set(i, here);
    }
  for (const { line, i } of open()) {
    const [best] = free()
      .map((q) => ({ q, like: likeness(line, questionLine(q)) }))
      .sort((a, b) => b.like - a.like);
    if (best && best.like >= likeElsewhere) taken.set(i, best.q);
  }
  return { lines: typed.map((line, i) => ({ text: line, was: taken.get(i) ?? null })), left: free() };
}

export type Signatory = { name: string; role: Translated };

const signatoryLine = (s: Signatory) =>
  [s.name, s.role[s.role.own] ?? ""].map(oneLine).filter(Boolean).join(" – ");

/** Signatories as their box holds them: name – function. */
export const signatoryLines = (signatories: readonly Signatory[]) =>
  signatories.map(signatoryLine).join("\n");

/** Signatories of the lines; one whose line stays, or whose function stays, keeps what it has in other languages. */
export function readSignatories(text: string | null, before: readonly Signatory[], own: Locale): Signatory[] {
  return linesOf(text).map((line, i) => {
    // A dash at the end announces a function that is not there.
    const said = oneLine(line).replace(/\s+[–—-]$/, "");
    const same = before.find((s) => signatoryLine(s) === said);
    if (same) return same;
    const [name = "", ...parts] = said.split(/\s+[–—-]\s+/);
    const role = parts.join(" – ");
    const here = before[i];
    return {
      name,
      role: here && oneLine(here.role[here.role.own] ?? "") === role ? here.role : { own, [own]: role },
    };
  });
}
