import { useLocale, useTranslations } from "next-intl";
import { PathOfStages, type Stage } from "@/app/_ui/kit/PathOfStages";
import { shortNear } from "@/app/_words/nearDays";
import type { Course } from "@/lib/courses/queries";
import type { ShownState } from "@/lib/courses/rules";

/** How one comes into a course that people register in, as a line with its days. */
export function HowChosen({
  course,
  state,
  today,
}: {
  course: Course;
  state: ShownState;
  /** The civil day of the course. */
  today: string;
}) {
  const locale = useLocale();
  const t = useTranslations("public");
  const c = useTranslations("course");
  if (state !== "open" && state !== "registration_over") return null;
  const { admission, applyBy, startsOn } = course;
  const day = (on: string | null) => (on ? shortNear(on, today, locale) : undefined);
  const over = state === "registration_over";
  const stages: Stage[] = [
    {
      state: over ? "done" : "here",
      name: t(`chosen.${admission}.first`),
      under: applyBy ? t("chosen.by", { day: shortNear(applyBy, today, locale) }) : undefined,
    },
    {
      state: over ? "here" : "toCome",
      name: t(`chosen.${admission}.then`),
      under: t(`chosen.${admission}.how`),
    },
    { state: "toCome", name: t("chosen.hear"), under: t("chosen.hearHow") },
    { state: "toCome", name: t("chosen.begins"), under: day(startsOn) },
  ];
  return (
    <section className="grid gap-3">
      <h2>{c("selection")}</h2>
      <PathOfStages label={c("selection")} stages={stages} />
    </section>
  );
}
