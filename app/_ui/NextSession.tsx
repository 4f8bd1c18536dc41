import { useLocale, useTranslations } from "next-intl";
import { weekdayNear } from "@/app/_words/nearDays";
import { timeRange } from "@/lib/i18n/format";
import { dotBetween, isolate, type Locale } from "@/lib/i18n/rules";
import type { OwnRegistration } from "@/lib/registrations/queries";
import { CoursePlace } from "./CourseLine";
import { Fact } from "./Fact";
import { hasPlace, SessionPlace } from "./SessionPlace";

/** When and where to be next; nothing where no session is ahead. */
export function NextSession({
  registration,
  label,
  today,
}: {
  registration: Parameters<typeof CoursePlace>[0]["course"] & {
    nextSession: Omit<NonNullable<OwnRegistration["nextSession"]>, "courseId"> | null;
  };
  label: string;
  /** The civil day. */
  today: string;
}) {
  const locale = useLocale();
  const t = useTranslations("follow");
  const { nextSession } = registration;
  if (!nextSession) return null;
  const { day, startsAt, endsAt, dayEndsAt } = nextSession;
  return (
    <Fact label={label}>
      {weekdayNear(day, today, locale)} <bdi className="kept">{timeRange(startsAt, endsAt, locale)}</bdi>
      {dayEndsAt > endsAt ? (
        <span className="block">{t("dayEnds", { time: isolate(dayEndsAt, locale as Locale) })}</span>
      ) : null}
      <span className="block">
        {hasPlace(nextSession) ? <SessionPlace session={nextSession} /> : null}
        {/* Another venue says its town itself, and an online session is at none. */}
        {nextSession.isOnline || nextSession.venue !== null ? null : (
          <>
            {hasPlace(nextSession) ? dotBetween : null}
            <CoursePlace course={registration} />
          </>
        )}
      </span>
    </Fact>
  );
}
