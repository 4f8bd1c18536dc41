import { useLocale } from "next-intl";
import { Say } from "@/app/_ui/Say";
import { SessionName } from "@/app/_ui/SessionList";
import { Written } from "@/app/_ui/Written";
import type { Roll } from "@/lib/attendance/queries";
import { timeRange, weekdayDay } from "@/lib/i18n/format";
import { dotBetween } from "@/lib/i18n/rules";

/** Whose roll it is: the session, its course, when and where. */
export function SessionHead({ session, course }: Pick<Roll, "session" | "course">) {
  const locale = useLocale();
  return (
    <div>
      <h2 className="text-base sm:text-lg" data-arrive>
        <SessionName session={session} />
      </h2>
      <p className="quiet md:hidden">
        <Say text={course.title} />
      </p>
      <p className="quiet">
        {weekdayDay(session.day, locale)}
        {dotBetween}
        <bdi className="kept">{timeRange(session.startsAt, session.endsAt, locale)}</bdi>
        {session.room ? (
          <>
            {dotBetween}
            <Written>{session.room}</Written>
          </>
        ) : null}
      </p>
    </div>
  );
}
