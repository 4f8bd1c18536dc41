import { sqlite } from "../../db/client";
import {
  courseQuestions,
  modules,
  personProgrammes,
  persons,
  programmeCountries,
  programmeMembers,
  programmes,
  rooms,
  tools,
  toolVersions,
  venues,
} from "../../db/schema";
import { putCountries } from "../../db/shipped";
import { type Viewer, visitor } from "../../lib/access/table";
import { createCourse, setCourseState } from "../../lib/courses/commands";
import { courseSchema } from "../../lib/courses/schema";
import { namesOf } from "../../lib/names/rules";
import type { Result } from "../../lib/result";
import { proposeSessions } from "../../lib/timetable/commands";
import { as, now } from "./as";
import { sendRegistration } from "./sendRegistration";
import { transact } from "./transact";

export { now };
export const day = 86_400_000;

/** The value of a result that must be good. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.fault)}`);
  return result.value;
}

/** The fault of a result that must not be. */
export function fault<T>(result: Result<T>) {
  if (result.ok) throw new Error(`not refused: ${JSON.stringify(result.value)}`);
  return result.fault;
}

/** A programme works in a country. */
export const worksIn = (programmeId: number, country: string) =>
  transact((db) =>
    db.insert(programmeCountries).values({ programmeId, country }).onConflictDoNothing().run(),
  );

export function person(name: string, more: Partial<typeof persons.$inferInsert> = {}): number {
  return transact((db) =>
    db
      .insert(persons)
      .values({
        ...namesOf({ name, latinName: more.latinName ?? null }, null),
        language: "en",
        createdAt: now,
        ...more,
      })
      .returning({ id: persons.id })
      .get(),
  ).id;
}

export function viewer(personId: number, more: Partial<Viewer> = {}): Viewer {
  return {
    ...visitor,
    kind: "account",
    accountId: personId,
    personId,
    name: "Somebody",
    language: "en",
    ...more,
  };
}

/** One programme with a coordinator, two trainers, a tool of two modules and a venue; another programme beside it. */
export function world() {
  const ids = transact((db) => {
    putCountries(db);
    const programme = (code: string) =>
      db
        .insert(programmes)
        .values({
          code,
          title: { own: "en", en: code },
          issuer: { own: "en", en: "International Labour Organization" },
          createdAt: now,
        })
        .returning({ id: programmes.id })
        .get().id;
    const tool = db
      .insert(tools)
      .values({
        code: "think-coop",
        title: { own: "en", en: "Think.Coop" },
        description: { own: "en", en: "x" },
        audience: { own: "en", en: "x" },
        createdAt: now,
      })
      .returning({ id: tools.id })
      .get().id;
    const version = db
      .insert(toolVersions)
      .values({ toolId: tool, label: "1" })
      .returning({ id: toolVersions.id })
      .get().id;
    const moduleIds = ["M1", "M2"].map(
      (code, i) =>
        db
          .insert(modules)
          .values({
            toolVersionId: version,
            position: i + 1,
            code,
            title: { own: "en", en: `Module ${code}` },
            minutes: 360,
          })
          .returning({ id: modules.id })
          .get().id,
    );
    const venueId = db
      .insert(venues)
      .values({ name: "Centre", country: "JO", place: "Irbid" })
      .returning({ id: venues.id })
      .get().id;
    const roomId = db.insert(rooms).values({ venueId, name: "Hall" }).returning({ id: rooms.id }).get().id;
    return { programmeId: programme("PROSPECTS"), otherId: programme("Other"), moduleIds, venueId, roomId };
  });
  const coordinatorId = person("Samar");
  const trainerIds = [person("Rami"), person("Nour")];
  transact((db) => {
    db.insert(programmeMembers)
      .values({ programmeId: ids.programmeId, personId: coordinatorId, role: "coordinator", since: now })
      .run();
    for (const personId of trainerIds)
      db.insert(programmeMembers)
        .values({ programmeId: ids.programmeId, personId, role: "trainer", since: now })
        .run();
    for (const personId of [coordinatorId, ...trainerIds])
      db.insert(personProgrammes).values({ personId, programmeId: ids.programmeId, since: now }).run();
  });
  return {
    ...ids,
    trainerIds,
    coordinator: viewer(coordinatorId, { coordinates: [ids.programmeId] }),
    stranger: viewer(person("Stranger"), { coordinates: [ids.otherId] }),
    trainer: viewer(trainerIds[0]!, { trains: [ids.programmeId] }),
    otherTrainer: viewer(person("Elsewhere"), { trains: [ids.programmeId] }),
    participant: viewer(person("Hana")),
  };
}
export type World = ReturnType<typeof world>;

/** The fields of a course as the form posts them. */
export const courseForm = (w: World, more: Record<string, unknown> = {}) => ({
  programmeId: String(w.programmeId),
  kind: "user",
  moduleIds: w.moduleIds.map(String),
  ownLanguage: "en",
  country: "JO",
  placeEn: "Irbid",
  placeAr: "إربد",
  mode: "venue",
  venueId: String(w.venueId),
  zone: "Asia/Amman",
  startsOn: "2027-02-07",
  endsOn: "2027-02-11",
  languages: ["ar"],
  capacity: "20",
  admission: "first_come",
  trainerIds: w.trainerIds.map(String),
  minAttendance: "80",
  ...more,
});

export function planned(w: World, more: Record<string, unknown> = {}) {
  return value(createCourse(as(w.coordinator, now), courseSchema.parse(courseForm(w, more))));
}

const hours = { startsAt: "09:00", endsAt: "15:30", breakFrom: "12:00", breakMinutes: 60 };

/** A course with a timetable, open for registration. */
export function opened(w: World, more: Record<string, unknown> = {}) {
  const course = planned(w, more);
  value(proposeSessions(as(w.coordinator, now), { courseId: course.courseId, ...hours }));
  value(
    setCourseState(as(w.coordinator, now), {
      courseId: course.courseId,
      from: "draft",
      to: "open",
      reason: null,
    }),
  );
  return course;
}

/**
 * A workshop that the trainer scheduled themselves, with a timetable, open or under way, awaiting approval; `trainer` and
 * their colleague train it.
 */
export function ownWorkshop(
  w: World,
  more: Record<string, unknown> = {},
  state: "open" | "running" = "open",
  approved = true,
) {
  const course = opened(w, more);
  const columns = sqlite().pragma("table_info(courses)") as { name: string }[];
  if (columns.some((column) => column.name === "scheduled_by"))
    sqlite()
      .prepare("UPDATE courses SET scheduled_by = ?, approved_at = ? WHERE id = ?")
      .run(w.trainer.personId, approved ? now : null, course.courseId);
  sqlite().prepare("UPDATE courses SET state = ? WHERE id = ?").run(state, course.courseId);
  return course;
}

/** Ends a course as its page does: it asks what that does now, and is told that this is meant. */
export function ended(
  by: Viewer,
  courseId: number,
  at: number,
  more: { reason?: string; withoutRolls?: boolean } = {},
) {
  const input = {
    courseId,
    from: "running" as const,
    to: "closed" as const,
    reason: null,
    withoutRolls: true,
    ...more,
  };
  const asked = setCourseState(as(by, at), input);
  if (asked.ok || asked.fault.code !== "endingChanged") return asked;
  const told: Record<string, unknown> = asked.fault.params;
  const figures = ["attended", "noShow", "missingRolls", "waiting", "undecided"].map((what) => told[what]);
  return setCourseState(as(by, at), { ...input, foreseen: figures.join("-") });
}

let keys = 0;
/** A registration as its form posts it. */
export const registrationForm = (slug: string, more: Record<string, unknown> = {}) => ({
  slug,
  formKey: `test-key-${process.pid}-${keys++}`,
  language: "en",
  name: `Person ${keys}`,
  phone: `079${String(1_000_000 + keys)}`,
  consent: "on",
  ...more,
});

export const registered = async (
  slug: string,
  more: Record<string, unknown> = {},
  at = now,
  by: Viewer = visitor,
) => sendRegistration(by, registrationForm(slug, more), at, `address-${keys}`);

export const question = (courseId: number, label: string, required: boolean) =>
  transact((db) =>
    db
      .insert(courseQuestions)
      .values({ courseId, position: 1, kind: "text", label: { own: "en", en: label }, required, options: [] })
      .returning({ id: courseQuestions.id })
      .get(),
  ).id;
