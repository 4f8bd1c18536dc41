import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Notice } from "@/app/_ui/kit/Notice";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import type { DeskCourse } from "@/lib/courses/queries";
import { plansIn } from "@/lib/stages/queries";
import { workshopsAsked } from "@/lib/stages/rules/plan";

/** How many of a training of trainers have planned or held their first workshops; null where none is asked for, or not of the viewer. */
function plansCounted(cx: Context, course: DeskCourse) {
  const plans = gate.holdsIn(cx, course)("actionPlan.enter")
    ? plansIn(cx, gate.courseFor(cx, "actionPlan.enter", course))
    : null;
  const asked = plans?.people.filter((one) => one.asked) ?? [];
  const early = (plans?.people.length ?? 0) - asked.length;
  const made = asked.filter(({ soFar }) => soFar >= workshopsAsked).length;
  const begun = asked.filter(({ workshops }) => workshops.length > 0).length;
  // Before it begins nobody is asked; what somebody has proposed already is there to read.
  if (asked.length + early === 0 || (course.state === "open" && begun + early === 0)) return null;
  return { all: asked.length, with: made, early };
}

/** How many of a training of trainers have not; 0 where none is asked for. */
export function withoutPlan(cx: Context, course: DeskCourse): number {
  const counts = plansCounted(cx, course);
  return counts === null ? 0 : counts.all - counts.with;
}

/** How many people have planned their first workshops, and the way to all of them. */
export async function ActionPlans({ cx, course }: { cx: Context; course: DeskCourse }) {
  const counts = plansCounted(cx, course);
  if (counts === null) return null;
  const t = await getTranslations("actionPlan");
  return (
    <section className="card grid gap-2">
      <h2>{t("plans")}</h2>
      {counts.all > 0 ? <p>{t("sum", counts)}</p> : null}
      {counts.early > 0 ? <p>{t("early", { count: counts.early })}</p> : null}
      <p>
        <Link
          href={`/desk/courses/${course.id}/plans`}
          prefetch={false}
          className="inline-flex items-center min-h-11"
        >
          {t("see")}
        </Link>
      </p>
    </section>
  );
}

/** Before a course ends: how many have not planned two workshops yet. Nothing is refused for it. */
export async function WithoutPlan({ cx, course }: { cx: Context; course: DeskCourse }) {
  const counts = plansCounted(cx, course);
  if (counts === null || counts.with === counts.all) return null;
  const t = await getTranslations("actionPlan");
  return <Notice tone="attention">{t("closing", { count: counts.all - counts.with })}</Notice>;
}
