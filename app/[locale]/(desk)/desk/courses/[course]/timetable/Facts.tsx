import { getLocale, getTranslations } from "next-intl/server";
import { readersZone } from "@/app/_server/zone";
import { JoinLink } from "@/app/_ui/JoinLink";
import { PersonName } from "@/app/_ui/PersonName";
import { hasPlace, Interpretation, SessionPlace } from "@/app/_ui/SessionPlace";
import { TellZone } from "@/app/_ui/TellZone";
import { TimesHere } from "@/app/_ui/TimesHere";
import { Written } from "@/app/_ui/Written";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import { shortDay, timeRange } from "@/lib/i18n/format";
import { dotBetween } from "@/lib/i18n/rules";
import { ifGranted } from "@/lib/result";
import { joinLink, type Session } from "@/lib/timetable/queries";

/** When a session is, with whom and where. */
export async function Facts({ session, cx }: { session: Session; cx: Context }) {
  const locale = await getLocale();
  const roles = await getTranslations("trainerRole");
  const t = await getTranslations("timetable");
  const asks = await getTranslations("asks");
  return (
    <>
      <p>
        {shortDay(session.day, locale)}
        {dotBetween}
        <bdi className="kept">{timeRange(session.startsAt, session.endsAt, locale)}</bdi>
      </p>
      {session.group ? (
        <p>
          <Written>{session.group}</Written>
        </p>
      ) : null}
      {session.placedByHand ? <p>{t("byHand")}</p> : null}
      {session.trainers.length + session.asked.length > 0 ? (
        <ul>
          {session.trainers.map((person) => (
            <li key={person.id}>
              {person.role === "lead" && session.trainers.length === 1 ? (
                <PersonName {...person} inLine />
              ) : (
                <>
                  <PersonName {...person} inLine dot />
                  <span className="quiet">{roles(person.role)}</span>
                </>
              )}
            </li>
          ))}
          {session.asked.map((person) => (
            <li key={person.requestId}>
              <PersonName {...person} inLine dot />
              <span className="quiet">{asks("provisional")}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {hasPlace(session) ? (
        <p>
          <SessionPlace session={session} />
        </p>
      ) : null}
      {session.interpretedInto ? (
        <p>
          <Interpretation session={session} />
        </p>
      ) : null}
      {session.isOnline ? <Joined session={session} cx={cx} /> : null}
    </>
  );
}

/** How an online session is joined, and when that is where its reader is. */
async function Joined({ session, cx }: { session: Session; cx: Context }) {
  const locale = await getLocale();
  const t = await getTranslations("online");
  const zone = await readersZone(cx);
  const joined = ifGranted(() => gate.session(cx, "session.join", session.id));
  const link = joined && joinLink(cx, joined);
  return (
    <>
      <TellZone known={zone.said} />
      <p>
        <TimesHere session={session} here={zone.here} />
      </p>
      {link ? (
        <p>
          <JoinLink link={link} called={shortDay(session.day, locale)} />
        </p>
      ) : joined ? (
        <p className="quiet">{t("noLinkDesk")}</p>
      ) : null}
    </>
  );
}
