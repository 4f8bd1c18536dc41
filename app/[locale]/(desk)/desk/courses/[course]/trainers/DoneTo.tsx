import { getLocale, getTranslations } from "next-intl/server";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import type { GrantedCourse } from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import { list } from "@/lib/i18n/format";
import { nameInSentence } from "@/lib/i18n/rules";
import { type CourseRequest, trainersCalled } from "@/lib/requests/queries";
import { replacedNames } from "@/lib/timetable/queries";
import { ReplacedTold } from "../timetable/changes";
import { TakeBackAnswerForm } from "./forms";

/** What may have been done here just now. */
export const doneHere = [
  "sent",
  "sentByHand",
  "takenBack",
  "changed",
  "replaced",
  "replacedMeanwhile",
  "entered",
  "answerBack",
  "toldNow",
] as const;

/** Takes an answer back that was just entered. */
export async function UndoAnswer({ request: { id, courseId } }: { request: CourseRequest }) {
  const t = await getTranslations("timetable");
  return (
    <TakeBackAnswerForm className="" label={t("undo")}>
      <Hidden name="requestId" value={id} />
      <Hidden name="courseId" value={courseId} />
      <Submit tone="quiet" busy={t("undoing")}>
        {t("undo")}
      </Submit>
    </TakeBackAnswerForm>
  );
}

/** What was just done to who trains a course or is asked to; who was replaced by whom, and who was left out and why. */
export async function DoneTo({
  cx,
  course,
  done,
  replaced,
  left,
  answer,
}: {
  cx: Context;
  course: GrantedCourse<"trainers.ask">;
  done: (typeof doneHere)[number];
  /** Whose place was taken, and who took it. */
  replaced: readonly [number, number];
  /** Who was ticked, and need not be asked: they have not answered yet, or train it; and who is asked, but not reached by mail. */
  left: { waits: readonly number[]; trains: readonly number[]; byHand: readonly number[] };
  /** The request of which an answer was entered; undefined where there is none. */
  answer: CourseRequest | undefined;
}) {
  const locale = await getLocale();
  const t = await getTranslations("asks");
  const called = (ids: readonly number[]) =>
    trainersCalled(cx, course, ids).map((person) => nameInSentence(person, locale));
  if (done === "replacedMeanwhile") return (await getTranslations("errors"))(done);
  if (done === "replaced") {
    const [was, by] = called(replaced);
    const told = replacedNames(cx, course, { personId: replaced[0], byPersonId: replaced[1] });
    return was && by && told ? (
      <>
        {t("replaced", { was, by })}
        <ReplacedTold of={told} courseId={course.id} />
      </>
    ) : (
      t("changed")
    );
  }
  if (done === "entered")
    return answer?.state === "accepted" || answer?.state === "declined"
      ? t("entered", { name: nameInSentence(answer, locale), answer: answer.state })
      : t("changed");
  const byHand = called(left.byHand);
  const waiting = called(left.waits);
  const training = called(left.trains);
  return (
    <>
      {done !== "sentByHand"
        ? t(done)
        : byHand.length > 0
          ? t(done, { names: list(byHand, locale) })
          : t("sent")}
      {waiting.length > 0 ? <p>{t("leftWaiting", { names: list(waiting, locale) })}</p> : null}
      {training.length > 0 ? <p>{t("leftTraining", { names: list(training, locale) })}</p> : null}
    </>
  );
}
