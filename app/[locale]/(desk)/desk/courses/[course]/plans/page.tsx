import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { asking, keyIn, key as keySaid, query, type SearchParams } from "@/app/_server/asked";
import { granted, requireContext } from "@/app/_server/context";
import { courseOfDesk } from "@/app/_server/course";
import { apartInWords } from "@/app/_ui/apart";
import { DayField } from "@/app/_ui/form/days";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { Empty } from "@/app/_ui/kit/Empty";
import { Notice } from "@/app/_ui/kit/Notice";
import { Toast } from "@/app/_ui/kit/Toast";
import { PersonName } from "@/app/_ui/PersonName";
import { PlanFields, PlannedWorkshops, planDefaults } from "@/app/_ui/PlannedWorkshops";
import { SearchForm } from "@/app/_ui/SearchForm";
import { RegistrationBadge } from "@/app/_ui/StateBadges";
import { Written } from "@/app/_ui/Written";
import * as gate from "@/lib/access/gate";
import { colon, commas, isolate, nameFor } from "@/lib/i18n/rules";
import { inOrderAsRead } from "@/lib/names/rules";
import { plansIn } from "@/lib/stages/queries";
import { workshopsAsked } from "@/lib/stages/rules/plan";
import { holds } from "@/lib/text";
import { PlanForForm } from "./form";
import "./plans.css";

type Props = { params: Promise<{ course: string }>; searchParams: SearchParams };

const said = asking({ of: keySaid, saved: keySaid, q: query });

/** From so many people on one is looked for by name. */
const searchedFrom = 10;

export const generateMetadata = async () => ({ title: (await getTranslations("actionPlan"))("plans") });

/** Who in a training of trainers has an action plan and who has not; one of them is written down here for somebody. */
export default async function Plans({ params, searchParams }: Props) {
  const { course: key } = await params;
  const cx = await requireContext("actionPlan.enter", `/desk/courses/${encodeURIComponent(key)}/plans`);
  const course = courseOfDesk(cx, keyIn(key));
  if (!course) notFound();
  const plans = plansIn(
    cx,
    granted(() => gate.course(cx, "actionPlan.enter", course.id)),
  );
  const locale = await getLocale();
  const t = await getTranslations("actionPlan");
  if (plans === null) return <Notice>{t("notAsked")}</Notice>;
  if (plans.people.length === 0) return <Empty title={t("nobody")}>{t("nobodyNext")}</Empty>;
  const { of, saved, q } = await said(searchParams);
  const apartSaid = await apartInWords();
  const people = inOrderAsRead(plans.people, (one) => nameFor(one, locale));
  const late = people.flatMap(({ workshops }) => workshops.filter(({ state }) => state === "overdue")).length;
  const asked = people.filter((one) => one.asked);
  const withPlan = asked.filter(({ soFar }) => soFar >= workshopsAsked).length;
  const early = people.length - asked.length;
  const savedFor = people.find(({ registrationId }) => registrationId === saved);
  const row = ({ registrationId, workshops, apart, state, soFar, ...who }: (typeof people)[number]) => {
    const plan = { tools: plans.tools, workshops };
    return (
      <li key={registrationId} id={`of-${registrationId}`}>
        <h4 className="font-semibold">
          <PersonName {...who} inLine />
          {apart ? (
            <span className="quiet font-normal block">
              <Written>{apartSaid(apart)}</Written>
            </span>
          ) : null}
          {who.asked ? null : (
            <span className="block">
              <RegistrationBadge state={state} />
            </span>
          )}
        </h4>
        {workshops.length > 0 ? <PlannedWorkshops {...plan} /> : null}
        {who.asked && soFar === 1 ? <p className="text-attention">{t("oneOfTwo")}</p> : null}
        {of === registrationId ? (
          <PlanForForm
            className="grid gap-5"
            label={t("writeFor", { name: isolate(nameFor(who, locale), locale) })}
            defaults={planDefaults(plan)}
          >
            <Hidden name="registrationId" value={registrationId} />
            <PlanFields plan={plan} dayField={(name, label) => <DayField name={name} label={label} />} />
            <div>
              <Submit busy={t("saving")}>{t("save")}</Submit>
            </div>
          </PlanForForm>
        ) : (
          <Link
            href={`/desk/courses/${course.id}/plans?of=${registrationId}${q.q ? `&q=${encodeURIComponent(q.typed)}` : ""}#of-${registrationId}`}
            prefetch={false}
            className="inline-flex items-center min-h-11"
          >
            {t(workshops.length > 0 ? "change" : "write")}
            <span className="sr-only">
              {colon(locale)}
              {commas([nameFor(who, locale), apartSaid(apart)], locale)}
            </span>
          </Link>
        )}
      </li>
    );
  };
  const found = people.filter(
    ({ name, latinName, apart }) => !q.q || holds(commas([name, latinName, apartSaid(apart)], locale), q.q),
  );
  const planned = found.filter(({ workshops }) => workshops.length > 0);
  const unplanned = found.filter(({ workshops }) => workshops.length === 0);
  return (
    <div className="grid gap-4 max-w-3xl">
      <p className="quiet">{t("deskLead")}</p>
      <p className="font-semibold">
        {asked.length > 0 ? t("sum", { with: withPlan, all: asked.length }) : null}{" "}
        {early > 0 ? t("early", { count: early }) : null}
      </p>
      {late > 0 ? <p className="font-semibold text-attention">{t("late", { count: late })}</p> : null}
      {people.length >= searchedFrom ? <SearchForm label={t("search")} query={q} /> : null}
      {q.typed && found.length === 0 ? <p role="status">{t("notFound")}</p> : null}
      {planned.length > 0 ? <ul className="card grid plan-rows">{planned.map(row)}</ul> : null}
      {unplanned.length > 0 ? (
        <section className="grid gap-2">
          <h3 className="text-base">
            {t("none")} <span className="quiet tabular-nums">({unplanned.length})</span>
          </h3>
          <ul className="card grid plan-rows">{unplanned.map(row)}</ul>
        </section>
      ) : null}
      {savedFor ? (
        <Toast of={`${saved} ${cx.now}`}>
          {t("savedFor", { name: isolate(nameFor(savedFor, locale), locale) })}
        </Toast>
      ) : null}
    </div>
  );
}
