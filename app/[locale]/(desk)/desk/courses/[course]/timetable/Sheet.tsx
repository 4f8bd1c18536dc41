import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { type GridDay, TimetableGrid } from "@/app/_ui/kit/TimetableGrid";
import type { GridSession } from "@/app/_ui/kit/TimetableSession";
import { toolLetters, toolTone } from "@/app/_ui/kit/ToolMark";
import { MoreMessages } from "@/app/_ui/MoreMessages";
import { sessionName } from "@/app/_ui/SessionList";
import { placeParts } from "@/app/_ui/SessionPlace";
import type { AwayTime } from "@/lib/away/rules";
import type { Course } from "@/lib/courses/queries";
import { shortNames } from "@/lib/groups/rules";
import { dayOfMonth, hours, weekdayDay, weekdayShort } from "@/lib/i18n/format";
import { dotBetween, inLanguage, isolate, nameFor, type PersonsNames, shownIn } from "@/lib/i18n/rules";
import { dayAt, timeAt } from "@/lib/time/zone";
import type { Session, TakenByOther } from "@/lib/timetable/queries";
import { type BreaksAsked, groundOf } from "@/lib/timetable/rules/ground";
import { hoursOf } from "@/lib/timetable/rules/sessions";
import { MoveByHand } from "./_move/MoveByHand";
import type { Address, Said } from "./asked";
import { nameInSentence } from "./changes";
import type { Sign } from "./signs";

/** Where it is said how sessions are moved. */
const howToMove = "how-to-move";

/** A module by the letters of its tool and its code. */
const shortCode = ({ toolCode, toolTitle, moduleCode }: Session) =>
  `${toolCode && toolTitle ? toolLetters(toolCode, inLanguage(toolTitle, "en").text) : ""} ${moduleCode ?? ""}`.trim();

/** Whoever trains a session or is asked for it, by their keys. */
export const peopleOf = (sessions: readonly Session[]) => [
  ...new Set(sessions.flatMap((s) => [...s.trainers, ...s.asked].map(({ id }) => id))),
];

/** The days of a course with its sessions: sheets of days by hours, or a list by day. */
export async function Sheet({
  course,
  sessions,
  weeks,
  shownWeek,
  view,
  now,
  free,
  signs,
  shown,
  marked,
  mayEdit,
  taken,
  away,
  breaks,
  menu,
  address,
}: {
  course: Course;
  sessions: readonly Session[];
  weeks: readonly (readonly string[])[];
  shownWeek: number;
  view: Said["view"];
  now: number;
  /** Why nobody works on a day; else null. */
  free: (day: string) => string | null;
  signs: (session: Session) => Sign[];
  /** The session beside the sheet. */
  shown: number | null;
  /** Those that were just changed. */
  marked: ReadonlySet<number>;
  mayEdit: boolean;
  /** When trainers and rooms are taken by other courses. */
  taken: readonly TakenByOther[];
  /** When whoever trains or is asked is away, by their keys. */
  away: ReadonlyMap<number, readonly AwayTime[]>;
  /** The times off that its timetable was asked for. */
  breaks: BreaksAsked | null;
  /** What can be done with all of it, where a phone has no room for buttons. */
  menu: ReactNode;
  address: Address;
}) {
  const locale = await getLocale();
  const [t, s, kinds] = [
    await getTranslations("timetable"),
    await getTranslations("timetableSheet"),
    await getTranslations("sessionKind"),
  ];
  const today = dayAt(now, course.zone);
  const used = [...new Set(sessions.map(({ day }) => day))].sort();
  const meal = hoursOf(sessions)?.breakMinutes;
  const dayOf = (day: string): GridDay => ({
    day,
    weekday: weekdayShort(day, locale),
    number: dayOfMonth(day, locale),
    inFull: weekdayDay(day, locale),
    note:
      [
        day === today ? s("today") : null,
        free(day) ??
          (used.includes(day) && day !== today
            ? s("nth", { day: used.indexOf(day) + 1, days: used.length })
            : null),
      ]
        .filter(Boolean)
        .join(dotBetween) || null,
    today: day === today,
    free: free(day) !== null,
    pauses: groundOf(
      sessions.filter((session) => session.day === day),
      breaks,
      meal,
    ).map(({ minutes, is, ...pause }) => ({
      ...pause,
      said: s(is, { time: isolate(hours(minutes, locale), locale) }),
    })),
  });
  const roles = await getTranslations("trainerRole");
  const online = await getTranslations("online");
  const provisional = (await getTranslations("asks"))("provisional");
  // Each in the reader's script alone: both names stand beside the sheet.
  const whoOf = ({ trainers, asked }: Session) => [
    ...trainers.map((one) => ({
      name: nameFor(one, locale),
      ...(one.role !== "lead" && { as: roles(one.role) }),
    })),
    ...asked.map((one) => ({ name: nameFor(one, locale), as: provisional })),
  ];
  const short = shortNames(sessions.flatMap(({ group }) => group ?? []));
  const shortOf = (group: string) => (short.get(group) === group ? null : short.get(group));
  const sessionOf = (session: Session): GridSession => {
    const { code, name } = sessionName(session, locale, kinds);
    const who = whoOf(session);
    const where = session.isOnline ? [online("online")] : placeParts(session);
    const said = signs(session).map(({ tone, word }) => ({ tone, word }));
    return {
      id: session.id,
      day: session.day,
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      tone: session.toolCode ? toolTone(session.toolCode) : "other",
      href: address({ show: session.id }),
      ...(code && { code, codeShort: shortCode(session) }),
      name,
      ...(session.isOnline && { online: true }),
      ...(session.group && { group: session.group }),
      ...(session.group && shortOf(session.group) && { groupShort: shortOf(session.group)! }),
      ...(session.asked.length > 0 && { waits: true }),
      ...(who.length > 0 && { who }),
      ...(where.length > 0 && { where }),
      ...(said.length > 0 && { signs: said }),
      ...(session.id === shown && { shown: true }),
      ...(marked.has(session.id) && { marked: true }),
      ...(mayEdit && session.placedByHand && { byHand: true }),
    };
  };
  const moves = mayEdit && view !== "list";
  const people = sessions.flatMap(({ trainers, asked }): (PersonsNames & { id: number })[] => [
    ...trainers,
    ...asked,
  ]);
  const keys = (of: readonly { id: number }[]) => of.map(({ id }) => ({ id }));
  const movable = moves
    ? await Promise.all(
        sessions.map(async ({ id, day, startsAt, endsAt, groupId, version, entries, ...session }) => ({
          ...{ id, day, startsAt, endsAt, groupId, version, roomId: session.roomId, kind: session.kind },
          trainers: keys(session.trainers),
          asked: keys(session.asked),
          called: await nameInSentence(session),
          held: entries > 0,
        })),
      )
    : [];
  const earlier = used.some((day) => day < today) && used.some((day) => day >= today);
  return (
    <div className="grid print:block gap-2 min-w-0">
      {moves ? (
        <>
          <p id={howToMove} className={shown === null ? "quiet max-md:hidden print:hidden" : "sr-only"}>
            {s("howToMove")}
          </p>
          <MoreMessages of={["carry"]}>
            <MoveByHand
              courseId={course.id}
              sessions={movable}
              names={Object.fromEntries(people.map((one) => [one.id, isolate(nameFor(one, locale), locale)]))}
              days={weeks.flat().map((day) => ({ day, said: weekdayDay(day, locale), off: free(day) }))}
              inTheWay={{
                taken: taken.map(({ course: of, ...one }) => ({
                  ...one,
                  called: of && isolate(shownIn(of, locale), locale),
                })),
                away: [...away].flatMap(([trainerId, times]) => times.map((time) => ({ trainerId, time }))),
                breaks,
              }}
            />
          </MoreMessages>
        </>
      ) : null}
      <TimetableGrid
        label={t("title")}
        daysLabel={s("days")}
        view={view ?? "week"}
        weeks={weeks.map((week) => week.map(dayOf))}
        shownWeek={shownWeek}
        sessions={sessions.map(sessionOf)}
        now={{ day: today, time: timeAt(now, course.zone) }}
        ofAll={{ byHand: t("byHand"), movedBy: moves ? howToMove : undefined }}
        menu={menu}
        spare={moves ? 1 : 0}
      />
      {earlier && view !== "list" ? (
        <p className="md:hidden print:hidden">
          <Link href={address({ view: "list" })} scroll={false} prefetch={false}>
            {s("earlier")}
          </Link>
        </p>
      ) : null}
    </div>
  );
}
