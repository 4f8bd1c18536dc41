import { getLocale, getTranslations } from "next-intl/server";
import { modulesSaid } from "@/app/_ui/modulesSaid";
import { Written } from "@/app/_ui/Written";
import { fullDay, tenths } from "@/lib/i18n/format";
import { dotBetween, isolate, nameInSentence } from "@/lib/i18n/rules";
import type { WayPage } from "@/lib/stages/queries/deciding";
import { CourseOf } from "./CourseOf";
import { GateLine } from "./GateLine";
import { Observation } from "./Observation";

type Piece = WayPage["evidence"][number];

/**
 * Each condition with what it is met by, the newest first, each leading to where it is read, and at the end what counts for none.
 * What was entered is unfolded where it stands first.
 */
export async function EvidenceByGate({ page }: { page: WayPage }) {
  const t = await getTranslations("decide");
  const g = await getTranslations("gates");
  const locale = await getLocale();
  const { conditionsFor } = page;
  const all = page.conditions.map((condition) => ({
    condition,
    pieces: page.evidence.filter(({ key }) => condition.by.has(key)),
  }));
  const others = page.evidence.filter(({ key }) => page.conditions.every(({ by }) => !by.has(key)));
  /** Where a piece of evidence is unfolded: under the first condition that it meets. */
  const firstAt = (piece: Piece) => all.findIndex(({ pieces }) => pieces.includes(piece));
  return (
    <section className="grid gap-4" aria-labelledby="evidence">
      <h2 id="evidence">{t("evidence")}</h2>
      {conditionsFor ? (
        <p>
          {t(conditionsFor.after ? "practiceFor" : "conditionsFor", {
            modules: modulesSaid(conditionsFor.modules, t("whole"), locale),
            day: conditionsFor.after ? fullDay(conditionsFor.after, locale) : "",
          })}
        </p>
      ) : null}
      {all.map(({ condition, pieces }, at) => (
        <section key={condition.gate} className="grid gap-2" aria-labelledby={`met-${condition.gate}`}>
          <h3 id={`met-${condition.gate}`} className="text-base font-normal">
            <GateLine
              name={g(`name.${condition.gate}`)}
              state={condition}
              unread={{ count: condition.unread, of: page.person }}
            />
          </h3>
          <Pieces pieces={pieces} of={page.person} whole={(one) => firstAt(one) === at} />
        </section>
      ))}
      {others.length > 0 ? (
        <section className="grid gap-2" aria-labelledby="met-none">
          <h3 id="met-none" className="text-base">
            {t("meetsNone")}
          </h3>
          <Pieces pieces={others} of={page.person} whole={() => true} />
        </section>
      ) : null}
    </section>
  );
}

/** Pieces of evidence as a list; nothing where there are none. */
async function Pieces({
  pieces,
  of,
  whole,
}: {
  pieces: readonly Piece[];
  of: WayPage["person"];
  whole: (one: Piece) => boolean;
}) {
  const locale = await getLocale();
  const t = await getTranslations("decide");
  const roles = await getTranslations("trainerRole");
  if (pieces.length === 0) return null;
  return (
    <ul className="grid gap-3 ps-7">
      {pieces.map((one) => (
        <li key={`${one.kind} ${one.key}`} className="grid">
          <p>
            {t(`of.${one.kind}`)}
            {dotBetween}
            {fullDay(one.day, locale)}
            {one.practicum ? `${dotBetween}${t("withPracticum")}` : null}
            {one.role ? `${dotBetween}${roles(one.role)}` : null}
            {one.modules.length > 0
              ? `${dotBetween}${t("taught", { modules: modulesSaid(one.modules, t("whole"), locale) })}`
              : null}
            {one.mean === null ? null : `${dotBetween}${t("mean", { mean: tenths(one.mean, locale) })}`}
            {one.off
              ? `${dotBetween}${t(`off.${one.off}`, { day: one.countedUntil ? fullDay(one.countedUntil, locale) : "" })}`
              : null}
          </p>
          {whole(one) ? (
            <>
              {one.twice ? <p className="text-attention">{t("twice")}</p> : null}
              <CourseOf one={one} />
              <Promised workshops={one.promised} />
              <Entered one={one} of={of} />
            </>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** The workshops that somebody promised in their action plans; what another plan replaced says until when it held. */
async function Promised({ workshops }: { workshops: Piece["promised"] }) {
  const locale = await getLocale();
  const t = await getTranslations("decide");
  if (workshops.length === 0) return null;
  return (
    <ul>
      {workshops.map(({ id, day, place, from, until }) => {
        const said = {
          ...{ day: fullDay(day, locale), place: isolate(place, locale) },
          from: fullDay(from, locale),
        };
        return (
          <li key={id} className={until === null ? "" : "quiet"}>
            {until === null
              ? t("promised", said)
              : t("promisedUntil", { ...said, until: fullDay(until, locale) })}
          </li>
        );
      })}
    </ul>
  );
}

/** What somebody wrote down, unfolded by whoever may read it. */
async function Entered({ one: { entered }, of }: { one: Piece; of: WayPage["person"] }) {
  const locale = await getLocale();
  const t = await getTranslations("decide");
  if (!entered) return null;
  return (
    <details>
      <summary className="min-h-11 content-center">
        {t("entered", { name: entered.by ? nameInSentence(entered.by, locale) : "–" })}
      </summary>
      {entered.observation ? (
        <Observation one={entered.observation} of={of} />
      ) : (
        <p className="whitespace-pre-line">
          <Written>{entered.words ?? ""}</Written>
        </p>
      )}
    </details>
  );
}
