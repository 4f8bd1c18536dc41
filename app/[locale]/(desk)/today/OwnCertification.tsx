import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { CertifiedMarks } from "@/app/_ui/CertifiedMarks";
import { ToolMark } from "@/app/_ui/kit/ToolMark";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import { fullDay } from "@/lib/i18n/format";
import { programmeDays } from "@/lib/programmes/queries";
import { ownStandings } from "@/lib/stages/queries";
import { ownStops, ownStruckLately } from "@/lib/stages/queries/entered";
import { StruckOutList } from "../_stages/StruckOutList";
import { WayNext } from "../_stages/WayNext";
import { StopReason } from "../_stages/WayStopped";

/** What of the viewer's own certifications is not as it was: suspended, with the reason, to be renewed now, lapsed; each with what comes next. */
export async function OwnCertification({ cx }: { cx: Context }) {
  const { personId } = cx.viewer;
  if (personId === null) return null;
  const ways = ownStandings(cx, gate.self(cx), programmeDays(cx)).filter(
    ({ standing, renewal }) =>
      standing.validUntil !== null &&
      (["suspended", "lapsed"].includes(standing.stage) ||
        (renewal?.window === "open" && standing.stage !== "withdrawn")),
  );
  if (ways.length === 0) return null;
  const stops = ownStops(cx, gate.self(cx));
  const locale = await getLocale();
  const t = await getTranslations("today");
  const stages = await getTranslations("stages");
  const r = await getTranslations("renewal");
  return (
    <section className="grid gap-3" aria-labelledby="own-certification">
      <h2 id="own-certification">{t("ownCertification")}</h2>
      {ways.map((way) => {
        const { standing, renewal } = way;
        return (
          <article key={`${way.tool.code} ${way.programmeId}`} className="card grid gap-1">
            <p className="flex flex-wrap items-center gap-x-3">
              <ToolMark tool={way.tool} />
              <Link href="/my/way" prefetch={false} className="inline-flex items-center min-h-11">
                {stages(`stage.${standing.stage}`)}
              </Link>
              <CertifiedMarks before={way.before} byException={standing.byException} />
            </p>
            {standing.stage === "suspended" ? <StopReason stops={stops} way={way} /> : null}
            {renewal && standing.stage !== "suspended" ? (
              <p>
                {r(`window.${renewal.window}`, {
                  day: fullDay(renewal.window === "open" ? renewal.until : renewal.graceUntil, locale),
                  grace: renewal.graceUntil > renewal.until ? fullDay(renewal.graceUntil, locale) : "none",
                })}
              </p>
            ) : null}
            <WayNext personId={personId} way={way} />
          </article>
        );
      })}
    </section>
  );
}

/** What others had written down on the viewer and was struck out lately, by tool, with the reason. */
export async function OwnStruckOut({ cx }: { cx: Context }) {
  if (cx.viewer.personId === null) return null;
  const ways = ownStruckLately(cx, gate.self(cx));
  if (ways.length === 0) return null;
  const t = await getTranslations("ownWay");
  return (
    <section className="grid gap-3" aria-labelledby="own-struck">
      <h2 id="own-struck">{t("struck.title")}</h2>
      {ways.map(({ tool, toolId, programmeId, struck }) => (
        <article key={`${toolId} ${programmeId}`} className="card grid gap-2">
          <p className="flex flex-wrap items-center gap-x-3">
            <ToolMark tool={tool} />
            <Link href="/my/way" prefetch={false} className="inline-flex items-center min-h-11">
              {t("see")}
            </Link>
          </p>
          <StruckOutList struck={struck} />
        </article>
      ))}
    </section>
  );
}
