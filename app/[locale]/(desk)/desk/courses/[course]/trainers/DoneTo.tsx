import { getLocale, getTranslations } from "next-intl/server";
import type { GrantedCourse } from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import { list } from "@/lib/i18n/format";
import { nameInSentence } from "@/lib/i18n/rules";
import { trainersCalled } from "@/lib/requests/queries";
import { replacedNames } from "@/lib/timetable/queries";
import { ReplacedTold } from "../timetable/changes";

/** What was just done to who trains a course or is asked to; who was replaced by whom, and who was left out and why. */
export async function DoneTo({
  cx,
  course,
  done,
  replaced,
  left,
}: {
  cx: Context;
  course: GrantedCourse<"trainers.ask">;
  done: "sent" | "sentByHand" | "takenBack" | "changed" | "replaced" | "replacedMeanwhile";
  /** Whose place was taken, and who took it. */
  replaced: readonly [number, number];
  /** Who was ticked, and need not be asked: they have not answered yet, or train it. */
  left: { waits: readonly number[]; trains: readonly number[] };
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
  const waiting = called(left.waits);
  const training = called(left.trains);
  return (
    <>
      {t(done)}
      {waiting.length > 0 ? <p>{t("leftWaiting", { names: list(waiting, locale) })}</p> : null}
      {training.length > 0 ? <p>{t("leftTraining", { names: list(training, locale) })}</p> : null}
    </>
  );
}
