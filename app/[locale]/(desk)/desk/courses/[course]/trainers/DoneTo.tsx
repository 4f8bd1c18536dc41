import { getLocale, getTranslations } from "next-intl/server";
import type { GrantedCourse } from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import { list } from "@/lib/i18n/format";
import { nameInSentence } from "@/lib/i18n/rules";
import { trainersCalled } from "@/lib/requests/queries";

/** What was just done to who trains a course or is asked to; who was replaced by whom, and who was left out and why. */
export async function DoneTo({
  cx,
  course,
  done,
  replaced,
  left,
  team,
}: {
  cx: Context;
  course: GrantedCourse<"trainers.ask">;
  done: "sent" | "sentByHand" | "takenBack" | "changed" | "replaced" | "replacedMeanwhile";
  /** Whose place was taken, and who took it. */
  replaced: readonly [number, number];
  /** Who was ticked, and need not be asked. */
  left: readonly number[];
  /** Who trains in the course. */
  team: readonly number[];
}) {
  const locale = await getLocale();
  const t = await getTranslations("asks");
  const called = (ids: readonly number[]) =>
    trainersCalled(cx, course, ids).map((person) => nameInSentence(person, locale));
  if (done === "replacedMeanwhile") return (await getTranslations("errors"))(done);
  if (done === "replaced") {
    const [was, by] = called(replaced);
    return was && by ? t("replaced", { was, by }) : t("changed");
  }
  const waiting = called(left.filter((id) => !team.includes(id)));
  const training = called(left.filter((id) => team.includes(id)));
  return (
    <>
      {t(done)}
      {waiting.length > 0 ? <p>{t("leftWaiting", { names: list(waiting, locale) })}</p> : null}
      {training.length > 0 ? <p>{t("leftTraining", { names: list(training, locale) })}</p> : null}
    </>
  );
}
