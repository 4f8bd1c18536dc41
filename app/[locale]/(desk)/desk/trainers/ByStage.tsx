import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { wholeNumber } from "@/lib/i18n/format";
import { type Stage, stages } from "@/lib/stages/rules/stage";

/** How many people are at each stage of the way, each counted once, at the furthest; a stage leads to its people. */
export async function ByStage({
  stages: counts,
  chosen,
  to,
}: {
  stages: Partial<Record<Stage, number>>;
  chosen: string | null;
  to: (stage: Stage | null) => string;
}) {
  const locale = await getLocale();
  const t = await getTranslations("registerWays");
  const s = await getTranslations("stages");
  const all = stages.filter((stage) => (counts[stage] ?? 0) > 0);
  if (all.length === 0) return null;
  return (
    <nav aria-label={t("byStage")} className="register-stages">
      {all.map((stage) => (
        <Link
          key={stage}
          href={to(stage === chosen ? null : stage)}
          prefetch={false}
          aria-current={stage === chosen ? "true" : undefined}
        >
          <span className="register-stages-number">{wholeNumber(counts[stage]!, locale)}</span>{" "}
          <span>{s(`stage.${stage}`)}</span>
        </Link>
      ))}
    </nav>
  );
}
