import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { asking, keyIn, key as keySaid, oneOf, type SearchParams, text } from "@/app/_server/asked";
import { granted, requireContext } from "@/app/_server/context";
import { Notice } from "@/app/_ui/kit/Notice";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { Toast } from "@/app/_ui/kit/Toast";
import { Say } from "@/app/_ui/Say";
import { Written } from "@/app/_ui/Written";
import { fullDay, shortRange, tenths, wholeNumber } from "@/lib/i18n/format";
import { dotBetween, inLanguage, type Locale, nameInSentence } from "@/lib/i18n/rules";
import { observationPage } from "@/lib/stages/queries/observing";
import { asksMean } from "@/lib/stages/rules/gates";
import { Observation } from "../../../../_stages/Observation";
import { OwnSuspension } from "../../../../_stages/OwnSuspension";
import { TypedMeanwhile } from "../../../../_stages/TypedMeanwhile";
import { WayName, Ways } from "../../../../_stages/Ways";
import { ObservationFields, observationDefaults } from "./Fields";
import { ObserveForm } from "./form";

type Props = { params: Promise<{ course: string; person: string }>; searchParams: SearchParams };

const asked = asking({
  tool: keySaid,
  programme: keySaid,
  correct: oneOf(["yes"]),
  done: oneOf(["saved", "notSaved"]),
  typed: text,
});

export const generateMetadata = async () => ({ title: (await getTranslations("observing"))("page") });

/** Where a trainer on the way is observed in a workshop: what was written down, or the rubric to fill in. */
export default async function Observe({ params, searchParams }: Props) {
  const of = await params;
  const path = `/desk/observe/${encodeURIComponent(of.course)}/${encodeURIComponent(of.person)}`;
  const cx = await requireContext("stage.observe", path);
  const { tool, programme, correct, done, typed } = await asked(searchParams);
  const keys = { courseId: keyIn(of.course), personId: keyIn(of.person) };
  const page = granted(() => observationPage(cx, keys, { toolId: tool, programmeId: programme }), path);
  const { course, person, way, mine } = page;
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("observing");
  const struck = await getTranslations("ownWay.struck");
  const errors = await getTranslations("errors");
  const name = nameInSentence(person, locale);
  const why = way ? (way.why ?? page.notNow) : page.ways.length === 0 ? "notOnWay" : null;
  const named = page.ways.find((one) => one.toolId === way?.toolId && one.programmeId === way.programmeId);
  const several = page.ways.length > 1;
  const writes = why === null && way !== null && (mine === null || correct === "yes");
  const here = `/desk/observe/${course.id}/${person.id}`;
  const at = (more = "") => `${here}?tool=${way?.toolId}&programme=${way?.programmeId}${more}`;
  const lastDay = course.endsOn && course.endsOn < course.today ? course.endsOn : course.today;
  return (
    <div className="grid gap-5 max-w-2xl">
      <PageHead
        title={
          named ? (
            <span className="flex flex-wrap items-center gap-x-3">
              {t("title", { name })} <WayName way={named} several={several} />
            </span>
          ) : (
            t("title", { name })
          )
        }
        under={
          <>
            <Say text={course.title} />
            {course.startsOn ? (
              <span className="block">
                {shortRange(course.startsOn, course.endsOn ?? course.startsOn, locale)}
              </span>
            ) : null}
          </>
        }
        action={
          <Link href="/desk/observe" className="inline-flex items-center min-h-11">
            {t("list")}
          </Link>
        }
      />
      <TypedMeanwhile cx={cx} typed={typed} />
      <OwnSuspension cx={cx} />
      <Ways ways={page.ways} chosen={way} href={here} />
      {why ? <Notice tone="attention">{errors(why)}</Notice> : null}
      {page.struck.map(({ one, struckOn, by, words }) => (
        <section key={one.id} className="card grid gap-3">
          <Notice tone="attention" title={t("struckOut")}>
            {struck("by", { name: by ? nameInSentence(by, locale) : "–", day: fullDay(struckOn, locale) })}
            {words ? (
              <>
                {dotBetween}
                <Written>{words}</Written>
              </>
            ) : null}
          </Notice>
          <Observation one={one} of={person} />
        </section>
      ))}
      {mine && !writes ? (
        <section className="card grid gap-3">
          <Observation one={mine} of={person}>
            {why ? null : (
              <p>
                <Link href={at("&correct=yes#observation")} prefetch={false} className="button">
                  {t("correct")}
                </Link>
              </p>
            )}
          </Observation>
        </section>
      ) : null}
      {page.others.map((one) => (
        <section key={one.id} className="card grid gap-3">
          <Observation one={one} of={person} />
        </section>
      ))}
      {writes ? (
        <section id="observation" className="grid gap-4">
          <div className="grid gap-2">
            <p>
              {t("lead", { name })} {t("bothNeeded")}
            </p>
            <p>
              {t("asks", {
                mark: tenths(way.gates.passMark, locale),
                asksMean: asksMean(way.gates) ? "yes" : "no",
                least: wholeNumber(way.gates.criterionMinimum, locale),
                // The scale begins at 1: asking for it asks for nothing.
                asksLeast: way.gates.criterionMinimum > 1 ? "yes" : "no",
              })}{" "}
              {way.gates.observers > 1 ? t("asksObservers", { count: way.gates.observers }) : null}
            </p>
            {page.timesBefore > 0 ? (
              <Notice tone="attention">{t("again", { count: page.timesBefore, name })}</Notice>
            ) : null}
          </div>
          <ObserveForm
            // By what the address says alone: what was written meanwhile leaves its answer.
            key={`${way.toolId} ${way.programmeId} ${correct}`}
            defaults={observationDefaults(mine, lastDay)}
            draft={{ of: `${cx.viewer.accountId} observation ${course.id}/${person.id}` }}
          >
            <ObservationFields
              asksGround={page.asksGround}
              of={{ ...keys, toolId: way.toolId, programmeId: way.programmeId }}
              corrects={mine?.id ?? null}
              tool={several && named ? inLanguage(named.tool.title, locale).text : null}
            />
          </ObserveForm>
        </section>
      ) : null}
      {done ? <Toast of={`${done} ${cx.now}`}>{t(done, { name })}</Toast> : null}
    </div>
  );
}
