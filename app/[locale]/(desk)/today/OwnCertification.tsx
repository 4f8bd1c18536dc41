import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { CertifiedMarks } from "@/app/_ui/CertifiedMarks";
import { Contact } from "@/app/_ui/Contact";
import { ToolMark } from "@/app/_ui/kit/ToolMark";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import { fullDay } from "@/lib/i18n/format";
import { contactOf, programmeDays } from "@/lib/programmes/queries";
import { ownStandings, type WayStanding } from "@/lib/stages/queries";
import { ownStops, ownStruckLately } from "@/lib/stages/queries/entered";
import { drawnStages } from "@/lib/stages/rules/path";
import { windowSaid } from "@/lib/stages/rules/renewal";
import type { Stage } from "@/lib/stages/rules/stage";
import { StruckOutList } from "../_stages/StruckOutList";
import { WayNext } from "../_stages/WayNext";
import { StopReason } from "../_stages/WayStopped";

/**
 * What of the viewer's own certifications is not as it was: suspended, with the reason, to be renewed now, lapsed; each with what
 * comes next. Of whoever has none yet, how far they are. Of whoever cannot schedule the workshops that are asked for, why, and who
 * gives them the role for it.
 */
export async function OwnCertification({ cx }: { cx: Context }) {
  const { personId } = cx.viewer;
  if (personId === null) return null;
  const all = ownStandings(cx, gate.self(cx), programmeDays(cx));
  const ways = all.filter(
    ({ standing, renewal }) =>
      standing.validUntil !== null &&
      (["suspended", "lapsed"].includes(standing.stage) ||
        (renewal?.window === "open" && standing.stage !== "withdrawn")),
  );
  const lacking = [...new Set(all.flatMap(({ lacksRole, programmeId }) => (lacksRole ? programmeId : [])))];
  if (ways.length === 0)
    return lacking.length > 0 ? (
      <>
        {/* A plan is written down without the role. */}
        <Furthest personId={personId} ways={all.filter(({ next }) => next.step === "actionPlan")} />
        <LackingRole cx={cx} programmes={lacking} />
      </>
    ) : (
      <Furthest personId={personId} ways={all} />
    );
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
              <CertifiedMarks
                before={way.before}
                byException={standing.byException}
                doubted={way.doubted !== null}
              />
            </p>
            {standing.stage === "suspended" ? (
              <StopReason stops={stops} way={{ toolId: way.tool.id, programmeId: way.programmeId }} />
            ) : null}
            {renewal && standing.stage !== "suspended" ? (
              <p>
                {r(`window.${windowSaid(renewal)}`, {
                  day: fullDay(renewal.window === "open" ? renewal.until : renewal.graceUntil, locale),
                  grace: renewal.graceUntil > renewal.until ? fullDay(renewal.graceUntil, locale) : "none",
                })}
              </p>
            ) : null}
            <WayNext personId={personId} way={way} />
          </article>
        );
      })}
      <LackingRole cx={cx} programmes={lacking} />
    </section>
  );
}

/** Of whoever is certified with no tool yet, where they are furthest on the way, and what comes next there. */
async function Furthest({ personId, ways }: { personId: number; ways: readonly WayStanding[] }) {
  const t = await getTranslations("stages");
  const at = ({ standing: { stage } }: WayStanding) => (drawnStages as readonly Stage[]).indexOf(stage);
  const [way] = [...ways].sort((a, b) => at(b) - at(a));
  if (!way || at(way) < 0 || ways.some(({ standing }) => standing.validUntil !== null)) return null;
  return (
    <section className="grid gap-3" aria-labelledby="own-way">
      <h2 id="own-way">{t("title")}</h2>
      <article className="card grid gap-1">
        <p className="flex flex-wrap items-center gap-x-3">
          <ToolMark tool={way.tool} />
          <Link href="/my/way" prefetch={false} className="inline-flex items-center min-h-11">
            {t(`stage.${way.standing.stage}`)}
          </Link>
        </p>
        <WayNext personId={personId} way={way} />
      </article>
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

/** That the viewer schedules no workshops in these programmes before they have the role of trainer, and whom they ask for it. */
async function LackingRole({ cx, programmes }: { cx: Context; programmes: readonly number[] }) {
  const t = await getTranslations("stages");
  return programmes.map((programmeId) => {
    const contact = contactOf(cx, programmeId);
    return (
      <article key={programmeId} className="card grid gap-1">
        <p>{t("roleFirst")}</p>
        {contact ? <Contact label={t("asks")} contact={contact} /> : null}
        <Link href="/my/way" prefetch={false} className="inline-flex items-center min-h-11">
          {t("title")}
        </Link>
      </article>
    );
  });
}
