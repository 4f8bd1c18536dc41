import { CircleDashed, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { DueKind } from "@/lib/due/rules";
import type { ProgrammeNumbers } from "@/lib/programmes/queries";

/** On which page of a course each kind is done. */
const pages: Record<DueKind, string> = {
  roll: "/roll",
  tell: "/tell",
  confirm: "/registrations",
  decide: "/registrations",
  go: "",
  start: "",
  close: "",
  draft: "",
  approve: "",
  unanswered: "/trainers",
  ask_others: "/trainers",
  plans: "/plans",
  rule_lost: "/certificates",
  mend_names: "/certificates",
  certify: "/certificates",
};
/** Each roll and each course is one; of the others so many people wait. */
const byRow: readonly DueKind[] = ["roll", "go", "start", "close", "draft", "approve"];

/**
 * What a programme's courses lack, each with the page on which it is made up for.
 * @param inPlans how much is open in their plans, which stands beside it.
 * @param withoutCoordinator true where nobody plans its courses yet: that comes before anything else.
 */
export async function ToMend({
  numbers,
  inPlans,
  withoutCoordinator,
}: {
  numbers: ProgrammeNumbers;
  inPlans: number;
  withoutCoordinator: boolean;
}) {
  const t = await getTranslations("programmeNumbers");
  const open = await getTranslations("issues");
  const items = numbers.due.map(({ kind, rows, count, courses, courseId }) => ({
    key: kind as string,
    said: t(`due.${kind}`, { count: byRow.includes(kind) ? rows : count }),
    to: courses === 1 ? `/desk/courses/${courseId}${pages[kind]}` : "/today",
    Icon: kind === "roll" || kind === "rule_lost" || kind === "mend_names" ? TriangleAlert : CircleDashed,
  }));
  if (withoutCoordinator)
    items.unshift({
      key: "withoutCoordinator",
      said: t("withoutCoordinator"),
      to: "/desk/people",
      Icon: TriangleAlert,
    });
  if (numbers.withoutNumber > 0)
    items.push({
      key: "withoutNumber",
      said: t("withoutNumber", { count: numbers.withoutNumber }),
      to: "/desk/courses?state=closed",
      Icon: TriangleAlert,
    });
  return (
    <section className="grid gap-2 content-start">
      <h2>{t("toMend")}</h2>
      <div className="card p-0">
        {items.length === 0 ? (
          <p className="quiet p-4">
            {inPlans > 0 ? open("stillOpen", { count: inPlans }) : t("nothingToMend")}
          </p>
        ) : null}
        <ul>
          {items.map(({ key, said, to, Icon }) => (
            <li key={key} className="flex gap-3 items-center px-4 py-3 border-b border-line last:border-b-0">
              <Icon size={20} className="shrink-0 text-attention" aria-hidden />
              <span className="grow min-w-0">{said}</span>
              <Link href={to} prefetch={false} className="shrink-0 min-h-11 content-center font-semibold">
                {t("look")}
                <span className="sr-only">: {said}</span>
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
