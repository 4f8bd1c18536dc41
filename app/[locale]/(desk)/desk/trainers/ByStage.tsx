import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { wholeNumber } from "@/lib/i18n/format";
import { drawnStages } from "@/lib/stages/rules/path";
import type { StageAsked } from "@/lib/stages/rules/register";
import { type Stage, stages } from "@/lib/stages/rules/stage";
import type { Ladder } from "@/lib/trainers/queries";

const alongTheWay: ReadonlySet<Stage> = new Set(drawnStages);

/** How many people are at each stage of the way, with any tool, and at none; a stage leads to its people. */
export async function ByStage({
  ladder: { stages: counts, none },
  chosen,
  oneTool,
  to,
}: {
  ladder: Ladder;
  /** The list is narrowed to one tool. */
  oneTool: boolean;
  chosen: string | null;
  to: (stage: StageAsked | null) => string;
}) {
  const locale = await getLocale();
  const t = await getTranslations("registerWays");
  const s = await getTranslations("stages");
  const at = (stage: Stage) => counts[stage] ?? 0;
  if (!stages.some((stage) => at(stage) > 0)) return null;
  // The way itself is shown whole; what leads off it where somebody is there.
  const all = stages.filter((stage) => alongTheWay.has(stage) || at(stage) > 0);
  return (
    <nav aria-labelledby="by-stage">
      <p id="by-stage" className="quiet mb-1">
        {t(oneTool ? "byStageOfTool" : "byStage")}
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
        {none ? (
          <Link
            href={to(chosen === "none" ? null : "none")}
            prefetch={false}
            aria-current={chosen === "none" ? "true" : undefined}
          >
            <span className="register-stages-number">{wholeNumber(none, locale)}</span>{" "}
            <span>{t("noStage")}</span>
          </Link>
        ) : null}
      </div>
    </nav>
  );
}
