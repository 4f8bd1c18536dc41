import { useLocale, useTranslations } from "next-intl";
import { Pieces } from "@/app/_ui/Pieces";
import { SessionName } from "@/app/_ui/SessionList";
import { SessionTimes } from "@/app/_ui/TimesHere";
import { weekdayNear } from "@/app/_words/nearDays";
import { useCourseWords } from "@/app/_words/ofWorkshop";
import { isolate } from "@/lib/i18n/rules";
import type { OwnRequestLine } from "@/lib/requests/queries";

/** For which session one is asked, when that is and as what; of a course its group, else that all of it is meant. */
export function AskedFor({
  request: { session, course, group, groupGone, role },
  today,
  here,
}: {
  request: Pick<OwnRequestLine, "session" | "course" | "group" | "groupGone" | "role">;
  /** The civil day of whoever reads, and their zone. */
  today: string;
  here: string | null;
}) {
  const locale = useLocale();
  const t = useCourseWords("asks", course);
  const roles = useTranslations("trainerRole");
  return (
    <Pieces>
      {session ? (
        <SessionName session={session} />
      ) : session === undefined ? (
        t("sessionGone")
      ) : group ? (
        t(groupGone ? "ofGoneGroup" : "ofGroup", { group: isolate(group, locale) })
      ) : (
        t("wholeCourse")
      )}
      {session ? weekdayNear(session.day, today, locale) : null}
      {session ? <SessionTimes session={session} course={course} here={here} /> : null}
      {t("as", { role: roles(role) })}
    </Pieces>
  );
}
