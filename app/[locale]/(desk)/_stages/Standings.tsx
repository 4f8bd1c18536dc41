import { CircleCheck, CircleDashed } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PathOfStages } from "@/app/_ui/kit/PathOfStages";
import { ToolMark } from "@/app/_ui/kit/ToolMark";
import { fullDay, list, monthOfYear, wholeNumber } from "@/lib/i18n/format";
import { dotBetween, isolate } from "@/lib/i18n/rules";
import type { WayStanding } from "@/lib/stages/queries";
import { holds } from "@/lib/stages/rules/path";
import { WayNext } from "./WayNext";

/** Where somebody is with each tool, what of the programme's conditions is met, what is missing by how much, and what comes next. */
export async function Standings({
  ways,
  more,
}: {
  ways: readonly WayStanding[];
  /** What stands below each way: where it is decided upon. */
  more?: (way: WayStanding) => ReactNode;
}) {
  const t = await getTranslations("stages");
  if (ways.length === 0) return null;
  return (
    <section className="grid gap-4 min-w-0" aria-labelledby="way">
      <h2 id="way">{t("title")}</h2>
      {ways.map((way) => (
        <Way key={`${way.tool.code} ${way.programme}`} way={way} more={more?.(way)} />
      ))}
    </section>
  );
}

/** Since when somebody is there, and how long it holds; of what lapsed the day on which it did. */
async function When({ standing: { stage, since, validUntil } }: Pick<WayStanding, "standing">) {
  const locale = await getLocale();
  const t = await getTranslations("stages");
  if (stage === "lapsed") return t("lapsedOn", { day: fullDay(since, locale) });
  return (
    <>
      {t("since", { day: fullDay(since, locale) })}
      {validUntil && holds(stage) ? (
        <>
          {dotBetween}
          <span className="kept">{t("until", { day: fullDay(validUntil, locale) })}</span>
        </>
      ) : null}
    </>
  );
}

async function Way({ way, more }: { way: WayStanding; more: ReactNode }) {
  const { tool, programme, version, standing, path } = way;
  const locale = await getLocale();
  const t = await getTranslations("stages");
  const modules = list(
    standing.modules.filter(Boolean).map((code) => isolate(code, locale)),
    locale,
  );
  return (
    <article className="card grid gap-4">
      <div className="grid gap-1">
        <h3 className="text-base flex flex-wrap gap-x-3">
          <ToolMark tool={tool} />
          <span>{t(`stage.${standing.stage}`)}</span>
          <span className="quiet font-normal">
            <When standing={standing} />
          </span>
        </h3>
        {modules ? (
          <p className="quiet">{t(holds(standing.stage) ? "certifiedFor" : "completedOf", { modules })}</p>
        ) : null}
      </div>
      <PathOfStages
        label={t("title")}
        stages={path.map(({ stage, day, state }) => ({
          name: t(`stage.${stage}`),
          state,
          under: day === null ? null : monthOfYear(day, locale),
        }))}
      />
      <GateList way={way} />
      <WayNext standing={standing} />
      <p className="quiet">
        <bdi>{programme}</bdi>
        {dotBetween}
        {version === null ? t("ownGates") : t("byVersion", { number: version })}
      </p>
      {more}
    </article>
  );
}

/** What is asked for, met or missing, and by how much. */
async function GateList({ way: { standing } }: { way: WayStanding }) {
  const locale = await getLocale();
  const t = await getTranslations("stages");
  const g = await getTranslations("gates");
  const met = standing.gates.filter(({ missing }) => missing === 0).length;
  return (
    <div className="grid gap-2">
      <p className="font-semibold">
        {t("gatesMet", { met: wholeNumber(met, locale), of: wholeNumber(standing.gates.length, locale) })}
      </p>
      <ul className="grid gap-1">
        {standing.gates.map(({ gate, need, have, missing }) => {
          const Mark = missing > 0 ? CircleDashed : CircleCheck;
          return (
            <li key={gate} className="flex gap-2 items-start">
              <Mark
                size={18}
                aria-hidden
                className={`flex-none mt-0.5 ${missing > 0 ? "text-attention" : "text-ok"}`}
              />
              <span>
                <span className={missing > 0 ? "font-semibold" : undefined}>
                  {g(`name.${gate}`)}
                  {need > 1 ? `${dotBetween}${t("of", { have, need })}` : null}
                </span>
                {dotBetween}
                {missing === 0 ? t("met") : t("missing", { count: missing })}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
