import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { HiddenList } from "@/app/_ui/form/HiddenList";
import { FirstName } from "@/app/_ui/PersonName";
import { Written } from "@/app/_ui/Written";
import type { CascadeTrainer } from "@/lib/cascade/queries";
import { fullDay, wholeNumber } from "@/lib/i18n/format";
import { type Locale, nameFor } from "@/lib/i18n/rules";
import type { PlansOfWaiting } from "@/lib/stages/queries/waiting";
import { RemindForm } from "./form";

/**
 * Who of some trainers has not taught yet, of so many in all; by name for whoever may read the person, with what they plan for whoever may
 * enter that, who reminds them of it where it is `theirs`: the training that the page is of.
 */
export async function Waiting({
  trainers: all,
  of,
  courseId,
  plans,
  theirs = false,
}: {
  trainers: readonly CascadeTrainer[];
  of: number;
  courseId: number;
  plans: PlansOfWaiting;
  theirs?: boolean;
}) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("cascade");
  const trainers = all.filter(({ practised }) => !practised);
  if (trainers.length === 0) return null;
  const named = trainers.flatMap(({ personId, name }) =>
    name ? [{ personId, name, plan: plans.get(`${courseId} ${personId}`) }] : [],
  );
  const unnamed = trainers.length - named.length;
  const remindable = named.flatMap(({ plan }) =>
    theirs && plan?.of && !plan.today ? plan.registrationId : [],
  );
  return (
    <div className="grid gap-2">
      <h3 className="cascade-waiting">
        <svg aria-hidden width="12" height="12">
          <circle cx="6" cy="6" r="4.5" className="cascade-none" />
        </svg>
        {t("notPractised")} <span className="quiet tabular-nums">({wholeNumber(of, locale)})</span>
      </h3>
      {named.some(({ plan }) => plan) ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
          <Link href={`/desk/courses/${courseId}/plans`} prefetch={false}>
            {t("toPlans")}
          </Link>
          {remindable.length > 1 ? (
            <Remind courseId={courseId} registrationIds={remindable}>
              {t("remindAll", { count: remindable.length })}
            </Remind>
          ) : null}
        </div>
      ) : null}
      <ul className="cascade-names">
        {named.map(({ personId, name, plan }) => (
          <li key={personId}>
            <Link href={`/desk/people/${personId}`} prefetch={false}>
              <FirstName of={name} />
            </Link>
            {name.organisation ? (
              <span className="quiet block">
                <Written>{name.organisation}</Written>
              </span>
            ) : null}
            {plan ? (
              <span className={plan.next?.state === "overdue" ? "text-attention block" : "quiet block"}>
                {plan.next
                  ? t(`plan.${plan.next.state}`, { day: fullDay(plan.next.day, locale) })
                  : t("plan.none")}
              </span>
            ) : null}
            {theirs && plan?.of ? (
              plan.today ? (
                <span className="quiet block">{t("remindedAlready")}</span>
              ) : (
                <Remind courseId={courseId} registrationIds={[plan.registrationId]}>
                  {t("remind")}
                  <span className="sr-only"> {nameFor(name, locale)}</span>
                </Remind>
              )
            ) : null}
          </li>
        ))}
        {unnamed > 0 ? <li className="quiet">{t("others", { count: unnamed })}</li> : null}
      </ul>
    </div>
  );
}

/** A button that reminds these people of a training. */
async function Remind({
  courseId,
  registrationIds,
  children,
}: {
  courseId: number;
  registrationIds: readonly number[];
  children: ReactNode;
}) {
  const t = await getTranslations("cascade");
  return (
    <RemindForm className="print:hidden">
      <Hidden name="courseId" value={courseId} />
      <HiddenList name="registrationIds" values={registrationIds} />
      <Submit tone="quiet" busy={t("reminding")}>
        {children}
      </Submit>
    </RemindForm>
  );
}
