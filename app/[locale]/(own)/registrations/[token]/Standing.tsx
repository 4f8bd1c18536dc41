import { useLocale, useTranslations } from "next-intl";
import { Contact } from "@/app/_ui/Contact";
import { Fact } from "@/app/_ui/Fact";
import { AttendanceLine } from "@/app/_ui/FollowedCourse";
import { Notice } from "@/app/_ui/kit/Notice";
import { NextSession } from "@/app/_ui/NextSession";
import { NumberToQuote } from "@/app/_ui/NumberToQuote";
import { standingOf, WhatIsNext } from "@/app/_ui/OwnStanding";
import { PersonName } from "@/app/_ui/PersonName";
import { OwnStateBadge } from "@/app/_ui/StateBadges";
import { Written } from "@/app/_ui/Written";
import { allows, awaitsApproval, isTentative } from "@/lib/courses/rules";
import { fullDay } from "@/lib/i18n/format";
import type { Followed } from "@/lib/registrations/queries";
import { courseTime, holdsSeat, mayComeBack } from "@/lib/registrations/rules";
import type { overtakenCodes } from "./overtaken";
import { Path } from "./Path";
import { StateCard } from "./StateCard";

/** How a registration stands and what happens next, with attendance and certificates. */
export function Standing({
  registration,
  today,
  said,
}: {
  registration: Followed;
  today: string;
  /** Why what the person just did came to nothing. */
  said: (typeof overtakenCodes)[number] | null;
}) {
  const t = useTranslations("follow");
  const g = useTranslations("goAhead");
  const locale = useLocale();
  const errors = useTranslations("errors");
  const { state, courseState, contact } = registration;
  const course = { ...registration, state: courseState };
  const time = courseTime(course, today);
  const goesOn = allows(courseState, "decide");
  const workshop = registration.ownWorkshop ? "yes" : "no";
  return (
    <StateCard state={`${state} ${said ?? ""}`}>
      {said ? (
        <div role="status">
          <Notice tone="attention">{errors(said)}</Notice>
        </div>
      ) : null}
      <p className="flex flex-wrap gap-3 items-center">
        <OwnStateBadge state={standingOf(registration, today)} />
        <span className="font-semibold">
          <PersonName name={registration.name} latinName={registration.latinName} inLine />
        </span>
      </p>
      {registration.courseState === "cancelled" ? (
        <Notice tone="stop" title={t("courseCancelled")}>
          <Written>{registration.courseReason}</Written>
        </Notice>
      ) : (
        <p className="text-lg">
          <WhatIsNext registration={registration} today={today} />
        </p>
      )}
      {isTentative(course) && course.decideBy && state !== "withdrawn" && state !== "declined" ? (
        <Notice>{g("own", { day: fullDay(course.decideBy, locale) })}</Notice>
      ) : null}
      {state === "withdrawn" && goesOn && !mayComeBack(state, course, today) ? (
        <>
          <p>{t("withdrawnForGood", { workshop })}</p>
          {contact ? <Contact label={t("withdrawnAsk")} contact={contact} /> : null}
        </>
      ) : null}
      <Path registration={registration} today={today} />
      <dl className="grid gap-3 sm:grid-cols-2">
        {state === "accepted" && goesOn ? (
          <NextSession
            registration={registration}
            today={today}
            label={t(
              courseState === "draft" || awaitsApproval(course)
                ? "firstPlanned"
                : time === "before"
                  ? "firstSession"
                  : "nextSession",
            )}
          />
        ) : null}
        {holdsSeat(state) && registration.group ? (
          <Fact label={t("group")}>
            <Written>{registration.group}</Written>
          </Fact>
        ) : null}
        <Fact label={t("number")}>
          <NumberToQuote course={registration.courseId} number={registration.number} />
        </Fact>
      </dl>
      <AttendanceLine registration={registration} />
    </StateCard>
  );
}
