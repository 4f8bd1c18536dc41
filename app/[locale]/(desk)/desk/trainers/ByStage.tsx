import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { wholeNumber } from "@/lib/i18n/format";
import { drawnStages } from "@/lib/stages/rules/path";
import { type Stage, stages } from "@/lib/stages/rules/stage";

const alongTheWay: ReadonlySet<Stage> = new Set(drawnStages);

/**
 * How many people are at each stage of the way, each counted once, at the furthest; a stage leads to its people. Who is at
 * none is counted too, so that the numbers add up to those of the page's head.
 */
export async function ByStage({
  stages: counts,
  people,
  chosen,
  to,
}: {
  stages: Partial<Record<Stage, number>>;
  /** How many there are; null where they are too many to count. */
  people: number | null;
  chosen: string | null;
  to: (stage: Stage | null) => string;
}) {
  const locale = await getLocale();
  const t = await getTranslations("registerWays");
  const s = await getTranslations("stages");
  const at = (stage: Stage) => counts[stage] ?? 0;
  if (!stages.some((stage) => at(stage) > 0)) return null;
  // The way itself is shown whole; what leads off it where somebody is there.
  const all = stages.filter((stage) => alongTheWay.has(stage) || at(stage) > 0);
  const atNone = people === null ? 0 : people - stages.reduce((sum, stage) => sum + at(stage), 0);
  return (
    <nav aria-labelledby="by-stage">
      <p id="by-stage" className="quiet mb-1">
        {t("byStage")}
      </p>
      <div className="register-stages">
        {all.map((stage) =>
          at(stage) === 0 ? (
            <span key={stage}>
              <span className="register-stages-number">{wholeNumber(0, locale)}</span>{" "}
              <span>{s(`stage.${stage}`)}</span>
            </span>
          ) : (
            <Link
              key={stage}
              href={to(stage === chosen ? null : stage)}
              prefetch={false}
              aria-current={stage === chosen ? "true" : undefined}
            >
              <span className="register-stages-number">{wholeNumber(at(stage), locale)}</span>{" "}
              <span>{s(`stage.${stage}`)}</span>
            </Link>
          ),
        )}
        {atNone > 0 ? (
          <span data-some>
            <span className="register-stages-number">{wholeNumber(atNone, locale)}</span>{" "}
            <span>{t("noStage")}</span>
          </span>
        ) : null}
      </div>
    </nav>
  );
}
