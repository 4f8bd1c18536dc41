import { useLocale, useTranslations } from "next-intl";
import { Pieces } from "@/app/_ui/Pieces";
import { SessionName } from "@/app/_ui/SessionList";
import { weekdayNear } from "@/app/_words/nearDays";
import { timeRange } from "@/lib/i18n/format";
import type { OwnRequestLine } from "@/lib/requests/queries";

/** For which session one is asked, when that is and as what; of all of a course the role alone. */
export function AskedFor({
  request: { session, role },
  today,
}: {
  request: Pick<OwnRequestLine, "session" | "role">;
  /** The civil day of whoever reads. */
  today: string;
}) {
  const locale = useLocale();
  const t = useTranslations("asks");
  const roles = useTranslations("trainerRole");
  return (
    <Pieces>
      {session === null ? t("wholeCourse") : session ? <SessionName session={session} /> : t("sessionGone")}
      {session ? weekdayNear(session.day, today, locale) : null}
      {session ? <bdi>{timeRange(session.startsAt, session.endsAt, locale)}</bdi> : null}
      {t("as", { role: roles(role) })}
    </Pieces>
  );
}
