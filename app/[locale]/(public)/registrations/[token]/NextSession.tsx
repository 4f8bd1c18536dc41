import { useLocale } from "next-intl";
import { CoursePlace } from "@/app/_ui/CourseLine";
import { Fact } from "@/app/_ui/Fact";
import { Written } from "@/app/_ui/Written";
import { timeRange, weekdayDay } from "@/lib/i18n/format";
import type { Followed } from "@/lib/registrations/queries";

/** When and where to be next; nothing where no session is ahead. */
export function NextSession({ registration, label }: { registration: Followed; label: string }) {
  const locale = useLocale();
  const { nextSession } = registration;
  if (!nextSession) return null;
  const { day, startsAt, endsAt, room } = nextSession;
  return (
    <Fact label={label}>
      {weekdayDay(day, locale)} <bdi className="whitespace-nowrap">{timeRange(startsAt, endsAt, locale)}</bdi>
      <span className="block">
        {room ? (
          <>
            <Written>{room}</Written> ·{" "}
          </>
        ) : null}
        <CoursePlace course={registration} />
      </span>
    </Fact>
  );
}
