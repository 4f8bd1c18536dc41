import { and, asc, count, countDistinct, desc, eq, gt, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { prepared } from "@/db/client";
import {
  courses,
  notices,
  organisations,
  persons,
  programmes,
  registrations,
  sessions,
  venues,
} from "@/db/schema";
import { inProgrammes, mayInCourse, programmesOf } from "../access/queries";
import type { Context } from "../acts/context";
import { commas, inLanguage, type Locale } from "../i18n/rules";
import type { Told } from "./rules";

/** At most so many people on a page; the next ones follow when these are told. */
const mostShown = 200;

const nameOf = prepared((db) =>
  db
    .select({ name: persons.name })
    .from(persons)
    .where(eq(persons.id, sql.placeholder("personId")))
    .prepare(),
);

const aboutRegistration = prepared((db) =>
  db
    .select({
      number: registrations.number,
      token: registrations.token,
      courseId: courses.id,
      title: courses.title,
      place: courses.place,
      country: courses.country,
      mode: courses.mode,
      zone: courses.zone,
      startsOn: courses.startsOn,
      endsOn: courses.endsOn,
      venue: venues.name,
      address: venues.address,
      contactName: programmes.contactName,
      contactPhone: programmes.contactPhone,
      contactEmail: programmes.contactEmail,
    })
    .from(registrations)
    .innerJoin(courses, eq(courses.id, registrations.courseId))
    .innerJoin(programmes, eq(programmes.id, courses.programmeId))
    .leftJoin(venues, eq(venues.id, courses.venueId))
    .where(eq(registrations.id, sql.placeholder("registrationId")))
    .prepare(),
);

const aboutWorkshop = prepared((db) =>
  db
    .select({
      title: courses.title,
      place: courses.place,
      country: courses.country,
      mode: courses.mode,
      startsOn: courses.startsOn,
      endsOn: courses.endsOn,
      venue: venues.name,
      address: venues.address,
      contactName: programmes.contactName,
      contactPhone: programmes.contactPhone,
      contactEmail: programmes.contactEmail,
    })
    .from(courses)
    .innerJoin(programmes, eq(programmes.id, courses.programmeId))
    .leftJoin(venues, eq(venues.id, courses.venueId))
    .where(eq(courses.id, sql.placeholder("courseId")))
    .prepare(),
);

const nextSession = prepared((db) =>
  db
    .select({ day: sessions.day, startsAt: sessions.startsAt, endsAt: sessions.endsAt })
    .from(sessions)
    .where(
      and(
        eq(sessions.courseId, sql.placeholder("courseId")),
        gt(sessions.endInstant, sql.placeholder("now")),
      ),
    )
    .orderBy(asc(sessions.startInstant))
    .limit(1)
    .prepare(),
);

/**
 * What a message says of person, course and registration as they are now, and what the command gave. Days and times are
 * civil ones; whoever writes the message puts them as its language does.
 */
export function valuesOf(
  cx: Context,
  told: Pick<Told, "personId" | "registrationId" | "courseId" | "params">,
  language: Locale,
): Record<string, string> {
  const name = nameOf(cx.db).get({ personId: told.personId })?.name ?? "";
  const { registrationId, courseId } = told;
  const ofCourse = (row: NonNullable<ReturnType<ReturnType<typeof aboutWorkshop>["get"]>>) => ({
    course: inLanguage(row.title, language).text,
    startsOn: row.startsOn ?? "",
    endsOn: row.endsOn ?? "",
    mode: row.mode,
    venue: commas([row.venue, row.address], language),
    place: inLanguage(row.place, language).text,
    country: row.country,
    contact: commas([row.contactName, row.contactPhone, row.contactEmail], language),
  });
  if (registrationId === null) {
    const workshop = courseId === null ? undefined : aboutWorkshop(cx.db).get({ courseId });
    if (!workshop) return { name, ...told.params };
    const link = `${cx.settings.publicUrl}/desk/courses/${courseId}`;
    return { name, ...ofCourse(workshop), link, ...told.params };
  }
  const row = aboutRegistration(cx.db).get({ registrationId });
  if (!row) return { name, ...told.params };
  const next = nextSession(cx.db).get({ courseId: row.courseId, now: cx.now });
  return {
    name,
    ...ofCourse(row),
    nextDay: next?.day ?? "",
    nextFrom: next?.startsAt ?? "",
    nextTo: next?.endsAt ?? "",
    number: `${row.courseId}-${row.number}`,
    link: `${cx.settings.publicUrl}/registrations/${row.token}`,
    ...told.params,
  };
}

const recorder = alias(persons, "recorder");

const noticeColumns = {
  id: notices.id,
  at: notices.at,
  message: notices.message,
  params: notices.params,
  toldAt: notices.toldAt,
  toldBy: recorder.name,
  personId: notices.personId,
  registrationId: notices.registrationId,
  courseId: notices.courseId,
  name: persons.name,
  latinName: persons.latinName,
  language: persons.language,
  phone: persons.phone,
  email: persons.email,
  organisation: organisations.name,
};

/** Notices with whom they are for, as a select to be narrowed. */
const noticeRows = (cx: Context) =>
  cx.db
    .select(noticeColumns)
    .from(notices)
    .innerJoin(persons, eq(persons.id, notices.personId))
    .leftJoin(organisations, eq(organisations.id, persons.organisationId))
    .leftJoin(recorder, eq(recorder.id, notices.toldBy))
    .$dynamic();

/** A notice as a page shows it: the values of its text are in the person's language. */
export type ShownNotice = Omit<ReturnType<ReturnType<typeof noticeRows>["all"]>[number], "params"> & {
  values: Record<string, string>;
};

const shown =
  (cx: Context) =>
  (row: ReturnType<ReturnType<typeof noticeRows>["all"]>[number]): ShownNotice => {
    const { params: _, ...notice } = row;
    return { ...notice, values: valuesOf(cx, row, row.language) };
  };

/** Whom a coordinator is to tell in a course, longest waiting first, and who was told last; null where not to be seen. */
export function courseNotices(cx: Context, courseId: number) {
  if (!mayInCourse(cx, "registrations.decide", courseId)) return null;
  const untold = and(eq(notices.courseId, courseId), isNull(notices.toldAt));
  const told = and(eq(notices.courseId, courseId), isNotNull(notices.toldAt));
  const toTell = noticeRows(cx)
    .where(untold)
    .orderBy(asc(notices.at), asc(notices.id))
    .limit(mostShown)
    .all();
  const last = noticeRows(cx)
    .where(told)
    .orderBy(desc(notices.toldAt), desc(notices.id))
    .limit(mostShown)
    .all();
  const messages = cx.db.select({ count: count() }).from(notices).where(untold).get()!.count;
  return {
    people: peopleToTell(cx, courseId),
    messages,
    more: messages > toTell.length,
    toTell: toTell.map(shown(cx)),
    told: last.flatMap((notice) => (notice.toldAt === null ? [] : [{ ...notice, toldAt: notice.toldAt }])),
  };
}

const countPeople = prepared((db) =>
  db
    .select({ people: countDistinct(notices.personId) })
    .from(notices)
    .where(and(eq(notices.courseId, sql.placeholder("courseId")), isNull(notices.toldAt)))
    .prepare(),
);

/** How many people a coordinator is to tell in a course. */
export const peopleToTell = (cx: Context, courseId: number): number =>
  countPeople(cx.db).get({ courseId })!.people;

const byCourse = prepared((db) =>
  db
    .select({ id: courses.id, title: courses.title, people: countDistinct(notices.personId) })
    .from(notices)
    .innerJoin(courses, eq(courses.id, notices.courseId))
    .where(and(isNull(notices.toldAt), inProgrammes()))
    .groupBy(courses.id)
    .orderBy(sql`min(${notices.at})`)
    .prepare(),
);

/** The courses of a coordinator in which people are to be told, longest waiting first. */
export const coursesToTell = (cx: Context) => byCourse(cx.db).all(programmesOf(cx));

/** People to be told something about themselves, outside of any course; for administrators. */
export function personsToTell(cx: Context) {
  if (!cx.viewer.administrator) return [];
  return cx.db
    .select({ id: persons.id, name: persons.name })
    .from(notices)
    .innerJoin(persons, eq(persons.id, notices.personId))
    .where(and(isNull(notices.toldAt), isNull(notices.courseId)))
    .groupBy(persons.id)
    .orderBy(sql`min(${notices.at})`)
    .limit(mostShown)
    .all();
}

/** What an administrator is to tell a person about themselves. */
export function personNotices(cx: Context, personId: number): ShownNotice[] {
  if (!cx.viewer.administrator) return [];
  return noticeRows(cx)
    .where(and(eq(notices.personId, personId), isNull(notices.courseId), isNull(notices.toldAt)))
    .orderBy(asc(notices.id))
    .all()
    .map(shown(cx));
}

/** What the viewer is told about themselves until they have read it: a programme that they were brought into, a decision on a workshop of theirs. */
export function ownNotices(cx: Context) {
  if (cx.viewer.personId === null) return [];
  return cx.db
    .select({
      id: notices.id,
      at: notices.at,
      message: sql<"broughtIn" | "workshopApproved" | "workshopTurnedDown">`${notices.message}`,
      params: notices.params,
      courseId: notices.courseId,
      course: courses.title,
    })
    .from(notices)
    .leftJoin(courses, eq(courses.id, notices.courseId))
    .where(
      and(
        eq(notices.personId, cx.viewer.personId),
        inArray(notices.message, ["broughtIn", "workshopApproved", "workshopTurnedDown"]),
        isNull(notices.toldAt),
      ),
    )
    .orderBy(asc(notices.id))
    .all();
}
