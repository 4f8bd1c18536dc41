import type { GrantedPlan } from "../access/gate";
import type { Context } from "../acts/context";
import { losesAnswers, type Question, type QuestionRow, questionAfter } from "../courses/rows";
import { fault } from "../faults";
import type { Locale } from "../i18n/rules";
import { isAnswered } from "../registrations/store";
import { refuse, refuseAt } from "../result";
import { deleteAside, insertQuestion, putAside, questionsIn, updateQuestion } from "./store";

/**
 * Puts the questions of a form in place of those so far, each under its key, so that answers stay with what they answer.
 * One that somebody has answered is not taken away: a coordinator would not see that answers go with it. Within the open
 * transaction.
 * @param from questions of the plan that a new course is made from: one that says the same keeps its other languages.
 */
export function putQuestions(
  cx: Context,
  { id: courseId }: GrantedPlan,
  { questions: rows, ownLanguage }: { questions: readonly QuestionRow[]; ownLanguage: Locale },
  from: readonly Omit<Question, "id">[] = [],
): void {
  const kept = questionsIn(cx, courseId);
  const known = new Map(kept.map((question) => [question.id, question]));
  const after = rows.map((row) => {
    const before = row.id === null ? undefined : (known.get(row.id) ?? refuse("notFound"));
    const like =
      before ?? from.find((one) => one.kind === row.kind && one.label[one.label.own] === row.label);
    return { before, question: questionAfter(row, like, ownLanguage) };
  });
  for (const question of kept) {
    const stays = after.find(({ before }) => before === question);
    if ((!stays || losesAnswers(question, stays.question)) && isAnswered(cx, courseId, question.id))
      refuseAt({
        questions: fault("questionHasAnswers", { params: { question: { text: question.label } } }),
      });
  }
  putAside(cx, courseId);
  for (const [i, { before, question }] of after.entries()) {
    const columns = { ...question, position: i + 1 };
    if (before) updateQuestion(cx, before.id, columns);
    else insertQuestion(cx, { courseId, ...columns });
  }
  deleteAside(cx, courseId);
}
