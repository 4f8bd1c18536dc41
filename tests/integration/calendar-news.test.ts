import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { takeRoll } from "../../lib/attendance/commands";
import { rollSchema } from "../../lib/attendance/schema";
import { approveWorkshop, confirmCourse, editCourse, takeApprovalBack } from "../../lib/courses/commands";
import { courseEditSchema } from "../../lib/courses/schema";
import { editTool, editToolVersion } from "../../lib/curriculum/commands";
import { toolCatalogue } from "../../lib/curriculum/queries";
import { saveGroup } from "../../lib/groups/commands";
import { editVenue } from "../../lib/places/commands";
import { venueEditSchema } from "../../lib/programmes/schema";
import { moveCourse, saveSession, setCourseLink } from "../../lib/timetable/commands";
import { courseLinkSchema } from "../../lib/timetable/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { deskCourse } from "../support/desk";
import { eventsAt, made } from "../support/feeds";
import { texts, version } from "../support/firstDay";
import { edited, sessionsOf } from "../support/timetableSteps";
import {
  courseForm,
  day,
  now,
  opened,
  ownWorkshop,
  person,
  registered,
  value,
  viewer,
  worksIn,
  world,
} from "../support/world";

freshDatabase();
const w = world();
worksIn(w.programmeId, "JO");
const administrator = viewer(person("Administrator"), { administrator: true });
const judge = viewer(person("Judge"), { coordinates: [w.programmeId] });

beforeAll(() => {
  process.env.PUBLIC_URL = "https://training.example.org";
  for (const [who, administers] of [
    [w.coordinator, 0],
    [w.trainer, 0],
  ] as const)
    sqlite()
      .prepare(
        "INSERT INTO accounts (id, person_id, email, is_administrator, created_at) VALUES (?, ?, ?, ?, ?)",
      )
      .run(who.personId, who.personId, `p${who.personId}@example.org`, administers, now);
});

let at = now;
let year = 2030;
const days = () => ({ startsOn: `${++year}-02-03`, endsOn: `${year}-02-07` });
const desk = (who = w.coordinator) => as(who, at);
const tool = () => toolCatalogue(as(administrator)).find(({ code }) => code === "think-coop")!;
const seen = (courseId: number) => deskCourse(as(judge), courseId)!.seen;

/** Changes the venue of the world. */
function venue(more: Record<string, unknown>) {
  const { version: saved } = sqlite().prepare("SELECT version FROM venues WHERE id = ?").get(w.venueId) as {
    version: number;
  };
  const form = { venueId: w.venueId, version: saved, name: "Centre", country: "JO", place: "Irbid", ...more };
  return value(editVenue(desk(), venueEditSchema.parse(form)));
}

/** Changes the plan of a course as its form does. */
const plan = (courseId: number, form: Record<string, unknown>) =>
  value(
    editCourse(
      desk(),
      courseEditSchema.parse({
        ...courseForm(w, form),
        courseId: String(courseId),
        version: String(deskCourse(desk(), courseId)!.version),
      }),
    ),
  );

/** A session of a course that is changed as its form does. */
const session = (courseId: number, more: Record<string, unknown>) =>
  value(
    saveSession(
      desk(),
      edited(courseId, sessionsOf(courseId)[0]!, more) as Parameters<typeof saveSession>[1],
    ),
  );

const approved = (courseId: number, before: boolean) => {
  if (before) value(approveWorkshop(as(judge, at), { courseId, seen: seen(courseId) }));
};

type Step = {
  what: string;
  /** What writes it, of the files of lib that write what an event is made of. */
  by: string;
  /** Makes the course, and does what comes before. */
  of?: () => { courseId: number } | Promise<{ courseId: number }>;
  act: (courseId: number) => unknown;
};

/** Every way in which the text of an event becomes another one. */
const steps: Step[] = [
  { what: "a session", by: "timetable/commands/put.ts", act: (id) => session(id, { title: "Welcome" }) },
  {
    what: "a session in another room",
    by: "timetable/commands/put.ts",
    act: (id) => session(id, { roomId: w.roomId }),
  },
  {
    what: "the link of the course",
    by: "timetable/commands/setLink.ts",
    of: () => opened(w, { ...days(), mode: "online", venueId: "" }),
    act: (courseId) =>
      value(
        setCourseLink(
          desk(),
          courseLinkSchema.parse({ courseId: String(courseId), link: "https://meet.example.org/1" }),
        ),
      ),
  },
  {
    what: "the course on other days",
    by: "timetable/commands/move.ts",
    act: (courseId) =>
      value(moveCourse(desk(), { courseId, startsOn: `${year}-03-03` } as Parameters<typeof moveCourse>[1])),
  },
  {
    what: "the place of the course",
    by: "courses/commands/changePlan.ts",
    act: (courseId) => plan(courseId, { ...datesOf(courseId), placeEn: "Ajloun", venueId: "" }),
  },
  {
    what: "the day by which it is certain",
    by: "courses/commands/changePlan.ts",
    act: (id) => plan(id, { ...datesOf(id), minimumPeople: "5", decideBy: `${year}-01-05` }),
  },
  {
    what: "that it takes place",
    by: "courses/commands/confirm.ts",
    of: () => opened(w, { ...days(), minimumPeople: "5", decideBy: `${year}-01-05` }),
    act: (courseId) => value(confirmCourse(desk(), { courseId })),
  },
  {
    what: "that a workshop is approved",
    by: "courses/commands/approve.ts",
    of: () => ownWorkshop(w, days(), "open", false),
    act: (id) => approved(id, true),
  },
  {
    what: "that its approval is taken back",
    by: "courses/commands/approve.ts",
    of: () => {
      const workshop = ownWorkshop(w, days(), "open", false);
      approved(workshop.courseId, true);
      return workshop;
    },
    act: (courseId) => value(takeApprovalBack(as(judge, at), { courseId })),
  },
  {
    what: "the name of a group",
    by: "groups/commands/save.ts",
    of: () => {
      const course = opened(w, days());
      const group = { groupId: null, version: null, name: "Coast", language: null };
      const { groupId } = value(saveGroup(desk(), { courseId: course.courseId, ...group }));
      session(course.courseId, { groupId });
      return course;
    },
    act: (courseId) => {
      const groupId = sqlite().prepare("SELECT id FROM course_groups WHERE course_id = ?").pluck();
      const group = { groupId: groupId.get(courseId) as number, version: null, name: "Hills" };
      value(saveGroup(desk(), { courseId, ...group, language: null }));
    },
  },
  { what: "the name of the venue", by: "places/commands/venue.ts", act: () => venue({ name: "House" }) },
  {
    what: "the place of another venue, where a session is",
    by: "places/commands/venue.ts",
    of: () => {
      const course = opened(w, { ...days(), venueId: "" });
      session(course.courseId, { roomId: w.roomId });
      return course;
    },
    act: () => venue({ name: "House", place: "Husn" }),
  },
  {
    what: "the name of a room",
    by: "places/commands/venue.ts",
    of: () => {
      const course = opened(w, days());
      session(course.courseId, { roomId: w.roomId });
      return course;
    },
    act: () => venue({ name: "House", place: "Husn", rooms: [{ id: w.roomId, name: "Yard" }] }),
  },
  {
    what: "the title of a tool",
    by: "curriculum/commands/index.ts",
    act: () => value(editTool(as(administrator, at), texts(tool(), { titleEn: "Thinking together" }))),
  },
  {
    what: "the title of a module",
    by: "curriculum/commands/versions.ts",
    act: () => module({ titleEn: "Why together" }),
  },
  {
    what: "the code of a module",
    by: "curriculum/commands/versions.ts",
    act: () => module({ code: "First" }),
  },
  {
    // The last: what is done after it is done in another year than it is read in.
    what: "that the first mark started a workshop that nobody had approved",
    by: "attendance/commands/take.ts",
    of: async () => {
      const workshop = ownWorkshop(w, days(), "open", true);
      value(await registered(workshop.slug));
      sqlite().prepare("UPDATE courses SET approved_at = NULL WHERE id = ?").run(workshop.courseId);
      return workshop;
    },
    act: (courseId) => {
      const { id, day: on } = sessionsOf(courseId)[0]!;
      const of = sqlite().prepare("SELECT id FROM registrations WHERE course_id = ?").pluck().get(courseId);
      at = Date.parse(`${on}T10:00:00Z`);
      value(
        takeRoll(
          as(w.trainer, at),
          rollSchema.parse({ sessionId: id, marks: { [String(of)]: { state: "present" } } }),
        ),
      );
    },
  },
];

/** The days of a course as its form says them. */
function datesOf(courseId: number) {
  const { startsOn, endsOn } = deskCourse(desk(), courseId)!;
  return { startsOn: startsOn!, endsOn: endsOn! };
}

/** Changes the first module as the form of its version does. */
const module = (more: Record<string, string>) =>
  value(editToolVersion(as(administrator, at), version(tool(), {}, { [w.moduleIds[0]!]: more })));

describe("a calendar", () => {
  for (const { what, by, of = () => opened(w, days()), act } of steps)
    it(`takes for news: ${what}`, async () => {
      const { courseId } = await of();
      sqlite().exec("DELETE FROM feed_addresses");
      const tokens = [made(w.coordinator, "course", courseId), made(w.trainer, "mine")];
      const read = async () => Promise.all(tokens.map(async (token) => (await eventsAt(token)).events));
      const before = await read();
      at += day;
      await act(courseId);
      const after = await read();
      let changed = 0;
      for (const [i, events] of before.entries())
        for (const [uid, { sequence, modified, ...text }] of events) {
          const now = after[i]!.get(uid)!;
          const { sequence: next, modified: then, ...becomes } = now;
          if (JSON.stringify(becomes) === JSON.stringify(text)) continue;
          changed += 1;
          expect({ by, uid, raised: next > sequence, later: then > modified }).toEqual({
            ...{ by, uid, raised: true, later: true },
          });
        }
      expect(changed).toBeGreaterThan(0);
    });

  it("knows of every command that writes what an event is made of", () => {
    const writes =
      /\b(updateCourse|setTool|setModule|setVenue|setRoom|updateGroup|setSession|insertSession|putLink)\(/;
    /** What writes there and leaves the text of every event as it is, and why. */
    const silent: Record<string, string> = {
      "participants/commands/workshop.ts": "how many are expected stands in no event",
      "courses/commands/search.ts": "what a course is found by stands in no event",
      "sharing/commands/share.ts": "who pays stands in no event",
      "records/commands/edit.ts": "a record has no sessions",
      "records/commands/takeOut.ts": "a record has no sessions",
    };
    /** What counts a version of course or session itself, tried through another one of the table or in `feeds.test.ts`. */
    const counted = [
      "courses/commands/life.ts",
      "courses/commands/editWorkshop.ts",
      "courses/commands/moveCurriculum.ts",
      "courses/commands/keepApproval.ts",
      "timetable/commands/putProposal.ts",
    ];
    const found = readdirSync("lib", { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && file.includes("/commands/"))
      .filter((file) => writes.test(readFileSync(`lib/${file}`, "utf8")));
    const known = new Set([...steps.map(({ by }) => by), ...Object.keys(silent), ...counted]);
    expect(found.filter((file) => !known.has(file))).toEqual([]);
    expect([...known].filter((file) => !found.includes(file))).toEqual([]);
  });
});
