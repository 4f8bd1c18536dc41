import { useLocale, useTranslations } from "next-intl";
import type { ReadersZone } from "@/app/_server/zone";
import { JoinLink } from "@/app/_ui/JoinLink";
import { SessionName } from "@/app/_ui/SessionList";
import { Interpretation } from "@/app/_ui/SessionPlace";
import { TellZone } from "@/app/_ui/TellZone";
import { TimesHere } from "@/app/_ui/TimesHere";
import { weekdayNear } from "@/app/_words/nearDays";
import type { Followed } from "@/lib/registrations/queries";

/** The online sessions to come of whoever has a place: when, by both clocks where they differ, and where one joins. */
export function Online({
  sessions,
  today,
  zone,
}: {
  sessions: Followed["online"];
  /** The civil day. */
  today: string;
  zone: ReadersZone;
}) {
  const locale = useLocale();
  const t = useTranslations("online");
  return (
    <section className="card grid gap-3">
      <h2>{t("yours")}</h2>
      <p className="quiet">{t("yoursHint")}</p>
      <TellZone known={zone.said} />
      <ul className="grid gap-3">
        {sessions.map((session) => (
          <li key={session.id} className="border-t border-line pt-3">
            <p className="font-semibold">
              <SessionName session={session} />
            </p>
            <p>{weekdayNear(session.day, today, locale)}</p>
            <p>
              <TimesHere session={session} here={zone.here} />
            </p>
            {session.interpretedInto ? (
              <p className="quiet">
                <Interpretation session={session} />
              </p>
            ) : null}
            {session.joinAt ? (
              <JoinLink link={session.joinAt} called={weekdayNear(session.day, today, locale)} />
            ) : (
              <p className="quiet">{t("noLink")}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
