import { useLocale, useTranslations } from "next-intl";
import { Pieces } from "@/app/_ui/Pieces";
import { SessionName } from "@/app/_ui/SessionList";
import { weekdayNear } from "@/app/_words/nearDays";
import { timeRange } from "@/lib/i18n/format";
import { isolate } from "@/lib/i18n/rules";
import type { OwnRequestLine } from "@/lib/requests/queries";

/** For which session one is asked, when that is and as what; of a course its group, else that all of it is meant. */
export function AskedFor({
  request: { session, group, groupGone, role },
  today,
}: {
  request: Pick<OwnRequestLine, "session" | "group" | "groupGone" | "role">;
  /** The civil day of whoever reads. */
  today: string;
}) {
  const locale = useLocale();
  const t = useTranslations("asks");
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
      {session ? <bdi>{timeRange(session.startsAt, session.endsAt, locale)}</bdi> : null}
      {t("as", { role: roles(role) })}
    </Pieces>
  );
}
