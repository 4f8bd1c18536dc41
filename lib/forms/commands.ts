import type { Context } from "../acts/context";
import { mostQuestions, questionLines, readQuestions } from "../courses/lines";
import { type Locale, sendTexts } from "../i18n/rules";
import { isAnswered } from "../registrations/store";
import { refuse, withParams } from "../result";
import { deleteAside, insertQuestion, putAside, questionsIn, updateQuestion } from "./store";

/**
 * Puts the questions typed in place of those so far. Answers point to their question, so one that stays or is mended
 * keeps its key. One that somebody has answered is not taken away: a coordinator would not see that answers go with it.
 * Within the open transaction.
 */
export function putQuestions(
  cx: Context,
  courseId: number,
  { questions, ownLanguage: own }: { questions: string | null; ownLanguage: Locale },
): void {
  const kept = questionsIn(cx, courseId);
  const { lines, left } = readQuestions(questions, kept);
  if (lines.length > mostQuestions)
    refuse("invalid", { fields: { questions: `tooManyLines?max=${mostQuestions}` } });
  const same = ({ text, was }: (typeof lines)[number]) => was !== null && text === questionLines([was]);
  if (lines.length === kept.length && lines.every((line, i) => line.was === kept[i] && same(line))) return;
  for (const question of left)
    if (isAnswered(cx, courseId, question.id))
      refuse("invalid", {
        fields: { questions: withParams("questionHasAnswers", { question: sendTexts(question.label) }) },
      });
  putAside(cx, courseId);
  lines.forEach((line, i) => {
    const { text, was } = line;
    const position = i + 1;
    if (!was)
      insertQuestion(cx, { courseId, position, kind: "text", label: { own, [own]: text }, options: [] });
    else
      updateQuestion(cx, was.id, {
        position,
        label: same(line) ? was.label : { ...was.label, [was.label.own]: text },
      });
  });
  deleteAside(cx, courseId);
}
