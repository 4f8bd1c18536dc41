import type { Locale, Translated } from "../i18n/rules";
import { squeeze } from "../text";
import type { QuestionKind } from "./rules";

/**
 * Questions and signatories of a plan as rows of its form and back: a row asks for a text in one language, and what it
 * does not show (translations, who answered) stays with its key.
 */
export const mostQuestions = 12;
export const mostSignatories = 3;

export type Question = {
  id: number;
  kind: QuestionKind;
  label: Translated;
  required: boolean;
  options: Translated[];
};
export type QuestionRow = {
  id: number | null;
  kind: QuestionKind;
  label: string;
  required: boolean;
  /** Of a choice. */
  options: string[];
};

const ownText = (text: Translated) => squeeze((text[text.own] ?? "").replace(/\s+/gu, " "));

/** A text once its row says `typed`: as it was where that says the same, else reworded in its own language. */
const reworded = (before: Translated | undefined, typed: string, own: Locale): Translated => {
  if (!before) return { own, [own]: typed };
  return ownText(before) === typed ? before : { ...before, [before.own]: typed };
};

/** Questions as their rows hold them. */
export const questionRows = (questions: readonly Question[]): QuestionRow[] =>
  questions.map((q) => ({ ...q, label: ownText(q.label), options: q.options.map(ownText) }));

/** What a question is once its row says this; `own` is the language of what is new. */
export const questionAfter = (
  row: QuestionRow,
  before: Omit<Question, "id"> | undefined,
  own: Locale,
): Omit<Question, "id"> => ({
  kind: row.kind,
  required: row.required,
  label: reworded(before?.label, row.label, own),
  options: row.kind === "choice" ? row.options.map((o, i) => reworded(before?.options[i], o, own)) : [],
});

/** True where answers that were given can no longer be read by the question: another kind, or fewer options. */
export const losesAnswers = (before: Question, after: Omit<Question, "id">): boolean =>
  before.kind !== after.kind || after.options.length < before.options.length;

export type Signatory = { name: string; role: Translated };
/** `id` counts from 1: which of those so far it is. */
export type SignatoryRow = { id: number | null; name: string; role: string | null };

/** Signatories as their rows hold them. */
export const signatoryRows = (signatories: readonly Signatory[]): SignatoryRow[] =>
  signatories.map((s, i) => ({ id: i + 1, name: s.name, role: ownText(s.role) || null }));

/** Signatories once their rows say this; a function that stays keeps what it has in other languages. */
export const signatoriesAfter = (
  rows: readonly SignatoryRow[],
  before: readonly Signatory[],
  own: Locale,
): Signatory[] =>
  rows.map(({ id, name, role }) => {
    const was = id === null ? undefined : before[id - 1];
    const stays = was && ownText(was.role) === (role ?? "");
    return {
      name: was && squeeze(was.name) === name ? was.name : name,
      role: stays ? was.role : { own, [own]: role ?? "" },
    };
  });
