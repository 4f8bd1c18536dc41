import { getLocale, getTranslations } from "next-intl/server";
import { ChoiceField } from "@/app/_ui/form/fields";
import type { Context } from "@/lib/acts/context";
import type { Course } from "@/lib/courses/queries";
import type { Locale } from "@/lib/i18n/rules";
import { trainerOptions } from "../offered";

/** Who trains in a course. */
export async function Trainers({
  cx,
  course,
  programmeIds,
}: {
  cx: Context;
  course: Course | undefined;
  /** Programmes whose trainers are offered. */
  programmeIds: number[];
}) {
  const t = await getTranslations("plan");
  const trainers = trainerOptions(cx, programmeIds, course, (await getLocale()) as Locale);
  return trainers.length > 0 ? (
    <ChoiceField name="trainerIds" many columns label={t("trainers")} options={trainers} />
  ) : (
    <p className="quiet">{t("noTrainers")}</p>
  );
}
