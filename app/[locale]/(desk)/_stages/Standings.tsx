import { getLocale, getTranslations } from "next-intl/server";
import { PathOfStages } from "@/app/_ui/kit/PathOfStages";
import { ToolMark } from "@/app/_ui/kit/ToolMark";
import { fullDay } from "@/lib/i18n/format";
import { dotBetween } from "@/lib/i18n/rules";
import type { WayStanding } from "@/lib/stages/queries";
import { type Stage, stages } from "@/lib/stages/rules/stage";

/** The stages that are drawn; what is decided besides is said in their place. */
const drawn = ["tot_completed", "candidate", "practising", "recommended", "certified"] as const;
const placeOf = (stage: Stage) => {
  const at = (drawn as readonly Stage[]).indexOf(stage);
  return at >= 0 ? at : stages.indexOf(stage) > stages.indexOf("certified") ? drawn.length - 1 : 0;
};

/** Where somebody is with each tool, what of the programme's conditions is met, what is missing by how much, and what comes next. */
export async function Standings({ ways }: { ways: readonly WayStanding[] }) {
  const locale = await getLocale();
  const t = await getTranslations("stages");
  const g = await getTranslations("gates");
  if (ways.length === 0) return null;
  return (
    <section className="grid gap-4" aria-labelledby="way">
      <h2 id="way">{t("title")}</h2>
      {ways.map(({ tool, programme, version, standing }) => (
        <article key={`${tool.code} ${programme}`} className="card grid gap-4">
          <h3 className="text-base flex flex-wrap gap-x-3">
            <ToolMark tool={tool} />
            <span>{t(`stage.${standing.stage}`)}</span>
            <span className="quiet font-normal">
              {t("since", { day: fullDay(standing.since, locale) })}
              {standing.validUntil
                ? `${dotBetween}${t("until", { day: fullDay(standing.validUntil, locale) })}`
                : null}
            </span>
          </h3>
          <PathOfStages
            label={t("title")}
            stages={drawn.map((stage, at) => ({
              name: t(`stage.${stage}`),
              state:
                at < placeOf(standing.stage) ? "done" : at === placeOf(standing.stage) ? "here" : "toCome",
            }))}
          />
          <ul className="grid gap-1">
            {standing.gates.map(({ gate, need, have, missing }) => (
              <li key={gate}>
                <span className={missing > 0 ? "font-semibold" : undefined}>
                  {g(`name.${gate}`)}
                  {need > 1 ? `${dotBetween}${t("of", { have, need })}` : null}
                </span>
                {dotBetween}
                {missing === 0 ? t("met") : t("missing", { count: missing })}
              </li>
            ))}
          </ul>
          {standing.next.step === "none" ? null : (
            <p>
              {t("next")}{" "}
              {standing.next.step === "recommend" ||
              standing.next.step === "approve" ||
              standing.next.step === "renew" ||
              standing.next.step === "resume"
                ? t(`step.${standing.next.step}`)
                : g(`name.${standing.next.step}`)}
            </p>
          )}
          <p className="quiet">
            {programme}
            {dotBetween}
            {version === null ? t("ownGates") : t("byVersion", { number: version })}
          </p>
        </article>
      ))}
    </section>
  );
}
