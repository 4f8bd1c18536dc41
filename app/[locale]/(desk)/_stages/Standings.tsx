import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { currentContext } from "@/app/_server/context";
import { EndMarks, WayMarks } from "@/app/_ui/CertifiedMarks";
import { PathOfStages } from "@/app/_ui/kit/PathOfStages";
import { ToolMark } from "@/app/_ui/kit/ToolMark";
import { modulesSaid } from "@/app/_ui/modulesSaid";
import { Say } from "@/app/_ui/Say";
import { lackingOnPaper } from "@/app/_words/certificate";
import * as gate from "@/lib/access/gate";
import { fullDay, monthOfYear, wholeNumber } from "@/lib/i18n/format";
import { dotBetween, type PersonsNames } from "@/lib/i18n/rules";
import type { WayStanding } from "@/lib/stages/queries";
import { endsSaid } from "@/lib/stages/rules/ends";
import { holds } from "@/lib/stages/rules/path";
import { renewalGates, windowSaid } from "@/lib/stages/rules/renewal";
import { Beside } from "./Beside";
import { GateLine, Within } from "./GateLine";
import { WayNext } from "./WayNext";

/** How many observations that meet each condition whoever they are about has not read yet. */
type Unread = { of: PersonsNames; conditions: readonly { gate: string; unread: number }[] };

/** Where somebody is with each tool, what of the programme's conditions is met, what is missing by how much, and what comes next. */
export async function Standings({
  personId,
  ways,
  unread,
  more,
}: {
  /** Whose they are. */
  personId: number;
  ways: readonly WayStanding[];
  /** Of one way, where it is decided upon: how many observations of each condition its person has not read yet. */
  unread?: Unread;
  /** What stands below each way: where it is decided upon. */
  more?: (way: WayStanding) => ReactNode;
}) {
  const t = await getTranslations("stages");
  if (ways.length === 0) return null;
  return (
    <section className="grid gap-4 min-w-0" aria-labelledby="way">
      <h2 id="way">{t("title")}</h2>
      {ways.map((way) => (
        <Way
          key={`${way.tool.code} ${way.programmeId}`}
          personId={personId}
          way={way}
          unread={unread}
          more={more?.(way)}
        />
      ))}
    </section>
  );
}

/** Since when somebody is there, and how long it holds; of what lapsed the last day on which it held. */
async function When({ standing: { stage, since, validUntil, ends } }: Pick<WayStanding, "standing">) {
  const locale = await getLocale();
  const t = await getTranslations("stages");
  if (stage === "lapsed") return t("lapsedOn", { day: fullDay(validUntil ?? since, locale) });
  // Where there are several, each is said with its modules.
  if (holds(stage) && endsSaid(ends).length > 1) return null;
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

/** One way as a card: the path, what is asked for, what comes next, by which conditions. */
export async function Way({
  personId,
  way,
  unread,
  more,
}: {
  personId: number;
  way: WayStanding;
  unread?: Unread;
  more?: ReactNode;
}) {
  const { tool, programme, version, standing, path } = way;
  const locale = await getLocale();
  const t = await getTranslations("stages");
  const said = (codes: readonly string[]) => modulesSaid(codes.filter(Boolean), "", locale);
  const modules = said(standing.modules);
  const ends = holds(standing.stage) ? endsSaid(standing.ends) : [];
  const d = await getTranslations("decide");
  const notMet = way.notMet ? lackingOnPaper({ lacking: way.notMet }, locale) : null;
  return (
    <article className="card grid gap-4">
      <div className="grid gap-1">
        <h3 className="text-base flex flex-wrap items-center gap-x-3">
          <ToolMark tool={tool} />
          <span>{t(`stage.${standing.stage}`)}</span>
          <span className="quiet font-normal">
            <When standing={standing} />
          </span>
          <WayMarks
            way={{ before: way.before, byException: standing.byException, doubted: way.doubted }}
            several={ends.length > 1}
          />
        </h3>
        {notMet ? <p>{d("notMet", { conditions: notMet })}</p> : null}
        {ends.length > 1 ? (
          <ul className="quiet grid gap-1">
            {ends.map((one) => (
              <li key={one.codes.join()} className="flex flex-wrap gap-x-2">
                <span>
                  {t("certifiedUntil", { modules: said(one.codes), day: fullDay(one.until, locale) })}
                  {dotBetween}
                  {t("since", { day: fullDay(one.since, locale) })}
                </span>
                <EndMarks end={one} doubted={way.doubted} />
              </li>
            ))}
          </ul>
        ) : modules ? (
          <p className="quiet">{t(holds(standing.stage) ? "certifiedFor" : "completedOf", { modules })}</p>
        ) : null}
      </div>
      <PathOfStages
        label={t("title")}
        stages={path.map(({ stage, day, state, said }) => ({
          name: t(`stage.${stage}`),
          state,
          // The month of what became of it is said once, with it.
          under:
            day === null || (said && monthOfYear(said.day, locale) === monthOfYear(day, locale))
              ? null
              : monthOfYear(day, locale),
          said: said ? `${t(`said.${said.what}`)}${dotBetween}${monthOfYear(said.day, locale)}` : null,
        }))}
      />
      <GateList personId={personId} way={way} unread={unread} />
      <WayNext personId={personId} way={way} />
      <Beside personId={personId} way={way} />
      <p className="quiet">
        <Say text={programme} />
        {dotBetween}
        {version === null ? t("ownGates") : t("byVersion", { number: version })}
      </p>
      {more}
    </article>
  );
}

/** True where the conditions are for some of the modules that were completed: those that somebody recommended. */
const isNarrowed = ({ asked, modules }: WayStanding["standing"]): boolean =>
  asked !== null && modules.some((code) => !asked.includes(code));

/** What is asked for now, met or missing, and by how much; of whoever is certified what a renewal asks, and when it can be done. */
async function GateList({
  personId,
  way: { asked, renewal, standing },
  unread,
}: {
  personId: number;
  way: WayStanding;
  unread?: Unread;
}) {
  const locale = await getLocale();
  const t = await getTranslations("stages");
  const g = await getTranslations("gates");
  const r = await getTranslations("renewal");
  const d = await getTranslations("decide");
  const open = gate.maySomewhere(await currentContext(), "people.read");
  const ends = renewal && {
    before: renewal.opensOn,
    open: renewal.until,
    grace: renewal.graceUntil,
    over: renewal.graceUntil,
  };
  const met = asked.gates.filter(({ missing }) => missing === 0).length;
  return (
    <div className="grid gap-2">
      {renewal && ends && (holds(standing.stage) || standing.stage === "lapsed") ? (
        <p>
          {r(`window.${windowSaid(renewal)}`, {
            day: fullDay(ends[renewal.window], locale),
            grace: renewal.graceUntil > renewal.until ? fullDay(renewal.graceUntil, locale) : "none",
          })}{" "}
          {open ? (
            <Link
              href={`/desk/people/${personId}/renewal`}
              prefetch={false}
              className="inline-flex items-center min-h-11"
            >
              {r("title")}
            </Link>
          ) : null}
        </p>
      ) : null}
      {asked.gates.length > 0 ? (
        <p className="font-semibold">
          {t(asked.of === "renewal" ? "renewalMet" : "gatesMet", {
            met: wholeNumber(met, locale),
            of: wholeNumber(asked.gates.length, locale),
          })}
        </p>
      ) : null}
      {asked.of === "first" && isNarrowed(standing) ? (
        <p>{d("conditionsFor", { modules: modulesSaid(standing.asked ?? [], d("whole"), locale) })}</p>
      ) : null}
      {asked.of === "first" && standing.practiceAfter ? (
        <p>{t("practiceAfter", { day: fullDay(standing.practiceAfter, locale) })}</p>
      ) : null}
      <ul className="grid gap-1">
        {asked.gates.map((state) => (
          <li key={state.gate}>
            <GateLine
              name={
                asked.of === "renewal"
                  ? r(`gate.${renewalGates.find((one) => one === state.gate)!}`)
                  : g(`name.${state.gate}`)
              }
              state={state}
              unread={
                unread && asked.of !== "renewal"
                  ? {
                      of: unread.of,
                      count: unread.conditions.find(({ gate: of }) => of === state.gate)?.unread ?? 0,
                    }
                  : undefined
              }
            >
              <Within state={state} />
            </GateLine>
          </li>
        ))}
      </ul>
    </div>
  );
}
