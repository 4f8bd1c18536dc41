import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { system, type Viewer, visitor } from "../../lib/access/table";
import { heldBy } from "../../lib/access/viewer";
import type { Context } from "../../lib/acts/context";
import { verify } from "../../lib/certificates/queries";
import {
  catalogue,
  catalogueChoices,
  courseHead,
  deskCourses,
  ownWorkshops,
  publicCourse,
  workshopsToApprove,
} from "../../lib/courses/queries";
import { catalogueSchema } from "../../lib/courses/schema";
import { toolCatalogue } from "../../lib/curriculum/queries";
import { courseNotices, personsToTell } from "../../lib/messages/queries";
import { pagesChangedSince } from "../../lib/pages/queries";
import { findOrCreateOrganisation } from "../../lib/people/commands/organisation";
import { organisationNames } from "../../lib/people/queries";
import { removeHoliday, restoreHoliday } from "../../lib/places/commands";
import { venueDetail, venueList } from "../../lib/places/queries";
import { programmeDetail, programmeList, programmeNumbers, withCourses } from "../../lib/programmes/queries";
import { sameContacts } from "../../lib/registrations/queries";
import { heldForAmong } from "../../lib/registrations/store/heldFor";
import { todayFor } from "../../lib/today/queries";
import { trainersOf } from "../../lib/trainers/queries";
import { as } from "../support/as";
import {
  certificateDocument,
  completionOf,
  courseRegistrations,
  courseRolls,
  doubtsOf,
  followRegistration,
  participants,
  registrationsOf,
  rollOf,
} from "../support/asked";
import { freshDatabase } from "../support/database";
import { courseSessions } from "../support/desk";
import { peopleSeen, personSeen, trainersSeen } from "../support/seen";
import { opened, ownWorkshop, registered, value, world } from "../support/world";
import { costly, plansOf } from "./steps";

freshDatabase();
const w = world();
const course = opened(w);
const { token } = value(await registered(course.slug, { name: "Rana Haddad", phone: "0791234567" }));
const workshop = ownWorkshop(w);
const personId = sqlite().prepare("SELECT person_id FROM registrations").pluck().get() as number;
sqlite().exec(
  "INSERT INTO due (course_id, programme_id, kind, session_id, due_from) SELECT course_id, programme_id, 'roll', sessions.id, 1 FROM sessions JOIN courses ON courses.id = course_id WHERE true ON CONFLICT DO NOTHING",
);
const holiday = { country: "JO", day: "2027-05-25" };
sqlite().prepare("INSERT INTO holidays (country, day, name) VALUES (@country, @day, '{}')").run(holiday);

// Who coordinates a programme in a country keeps its venues.
sqlite().prepare("INSERT OR IGNORE INTO programme_countries VALUES (?, 'JO')").run(w.programmeId);

const q = { state: null, programme: null, before: null, after: null };
const asked = (given: Record<string, string>) => catalogueSchema.parse(given);
const today = "2027-01-10";
const sorts = "what is of one course";
const staff = [system, w.coordinator];
const ofCourse = (cx: Context) => gate.course(cx, "registrations.read", course.courseId);

/**
 * The questions that are asked most or that cost most, each with what is put in order where something is: a page, what
 * belongs to one thing, or what a search looks at (1,000). Nothing else may be sorted or gone through from end to end.
 */
const hot: { name: string; ask: (cx: Context) => unknown; sorts?: string; by?: Viewer[] }[] = [
  { name: "who is signed in", ask: (cx) => heldBy(cx, "token") },
  { name: "a kept page", ask: (cx) => pagesChangedSince(cx, ["catalogue"], 0) },
  { name: "the people", ask: (cx) => peopleSeen(cx, { ...q, q: null }), sorts: "a page" },
  {
    name: "the people, further on",
    ask: (cx) => peopleSeen(cx, { ...q, q: null, after: "rana_1" }),
    sorts: "a page",
  },
  {
    name: "the people of a programme",
    ask: (cx) => peopleSeen(cx, { ...q, q: null, programme: w.programmeId }),
    sorts: "a page",
  },
  ...[
    "haddad",
    "علي حداد",
    "li",
    "0791234567",
    "4567",
    "rana@example.org",
    "14-1",
    "7K3M-9QXB-2T5V-8WPC",
  ].map((text) => ({
    name: `people by ${text}`,
    ask: (cx: Context) => peopleSeen(cx, { ...q, q: text }),
    sorts: "what a search looks at",
  })),
  { name: "a person", ask: (cx) => personSeen(cx, w.trainerIds[0]!), sorts: "what is of one person" },
  ...([null, "courses", "last"] as const).flatMap((order) =>
    [null, "rana"].map((q) => ({
      name: `trainers by ${order} ${q}`,
      ask: (cx: Context) => trainersSeen(cx, { q, order, certification: order && "none" }, today),
      sorts: "a page, or what a search looks at",
    })),
  ),
  {
    name: "trainers to choose",
    ask: (cx) => trainersOf(cx, gate.planningIn(cx, [w.programmeId])),
    sorts: "what is of some programmes",
  },
  {
    name: "courses of the desk",
    ask: (cx) => deskCourses(cx, gate.reach(cx, "course.read"), { ...q, q: null }),
    sorts: "a page",
  },
  {
    name: "courses that are open",
    ask: (cx) => deskCourses(cx, gate.reach(cx, "course.read"), { ...q, q: null, state: "open" }),
    sorts: "a page",
  },
  {
    name: "courses, further on",
    ask: (cx) => deskCourses(cx, gate.reach(cx, "course.read"), { ...q, q: null, before: "2026-01-01_7" }),
    sorts: "a page",
  },
  {
    name: "courses by title",
    ask: (cx) => deskCourses(cx, gate.reach(cx, "course.read"), { ...q, q: "irbid" }),
    sorts: "what a search looks at",
  },
  { name: "the catalogue", ask: (cx) => catalogue(cx, asked({})), sorts: "a page", by: [visitor] },
  ...Object.entries({
    country: "JO",
    language: "ar",
    tool: "think-coop",
    q: "irbid",
    from: "2027-02-01",
  }).map(([filter, chosen]) => ({
    name: `the catalogue by ${filter}`,
    ask: (cx: Context) => catalogue(cx, asked({ [filter]: chosen })),
    sorts: "a page, or what a search finds",
    by: [visitor],
  })),
  {
    name: "choices of the catalogue",
    ask: (cx) => catalogueChoices(cx),
    sorts: "what is to come",
    by: [visitor],
  },
  {
    name: "a public course",
    ask: (cx) => publicCourse(cx, course.slug),
    sorts: "what is of one course",
    by: [visitor],
  },
  {
    name: "the head of a course",
    ask: (cx) => courseHead(cx, gate.course(cx, "course.read", course.courseId)),
    sorts: "what is of one course",
  },
  { name: "a timetable", ask: (cx) => courseSessions(cx, course.courseId), sorts: "what is of one course" },
  { name: "a roll", ask: (cx) => rollOf(cx, 1), sorts: "what is of one course" },
  {
    name: "the rolls of a course",
    ask: (cx) => courseRolls(cx, course.courseId),
    sorts: "what is of one course",
  },
  {
    name: "who completed a course",
    ask: (cx) => completionOf(cx, course.courseId),
    sorts: "what is of one course",
    by: [system, w.coordinator],
  },
  { name: "a verification", ask: (cx) => verify(cx, "7K3M9QXB2T5V8WPC"), by: [visitor] },
  {
    name: "registrations of a course",
    ask: (cx) => courseRegistrations(cx, course.courseId, { state: null, q: "haddad" }),
    sorts: "what is of one course",
  },
  { name: "who shares a contact", ask: (cx) => sameContacts(cx, ofCourse(cx)), sorts, by: staff },
  {
    name: "one's own page",
    ask: (cx) => followRegistration(cx, token),
    sorts: "what is of one person",
    by: [visitor],
  },
  { name: "a certificate", ask: (cx) => certificateDocument(cx, "7K3M9QXB2T5V8WPC", null), by: [visitor] },
  {
    name: "people to tell in a course",
    ask: (cx) => courseNotices(cx, gate.course(cx, "registrations.decide", course.courseId)),
    sorts: "what is of one course",
    by: [system, w.coordinator],
  },
  {
    name: "people to tell",
    ask: (cx) => personsToTell(cx, gate.reach(cx, "today.read")),
    sorts: "what is to be told",
  },
  {
    name: "workshops to approve",
    ask: (cx) => workshopsToApprove(cx, gate.reach(cx, "workshop.approve")),
    sorts: "what awaits approval",
    by: [system, w.coordinator],
  },
  {
    name: "own workshops",
    ask: (cx) => ownWorkshops(cx, gate.reach(cx, "today.read"), today),
    sorts: "what is of one person",
  },
  { name: "the modules that a form offers", ask: toolCatalogue, sorts: "the modules that there are" },
  { name: "an organisation by name", ask: (cx) => findOrCreateOrganisation(cx, "Al Amal", "JO") },
  {
    name: "an organisation by name, of any country",
    ask: (cx) => findOrCreateOrganisation(cx, "Al Amal", null),
    sorts: "those of one name",
  },
  {
    name: "what awaits somebody today",
    ask: (cx) => todayFor(cx, gate.reach(cx, "today.read"), today),
    sorts: "a page",
  },
  {
    name: "the programmes",
    ask: (cx) => withCourses(cx, programmeList(cx, gate.reach(cx, "programmes.read"))),
    sorts: "programmes, and where they work",
    by: [system, w.coordinator],
  },
  {
    name: "a programme and its numbers",
    ask: (cx) => {
      const programme = gate.programme(cx, "programmes.read", w.programmeId);
      return [programmeDetail(cx, programme), programmeNumbers(cx, programme, today)];
    },
    sorts: "what is of one programme",
    by: [system, w.coordinator],
  },
  { name: "the venues", ask: (cx) => venueList(cx), sorts: "venues" },
  {
    name: "a venue",
    ask: (cx) => venueDetail(cx, gate.venue(cx, "venues.edit", w.venueId)),
    sorts: "rooms of one venue",
    by: [system, w.coordinator],
  },
  {
    name: "putting back a holiday",
    ask: (cx) => {
      value(removeHoliday(cx, holiday));
      value(restoreHoliday(cx, holiday));
    },
    by: [system],
  },
  {
    name: "courses of a person",
    ask: (cx) => registrationsOf(cx, personId),
    sorts: "what is of one person",
    by: [system, w.coordinator],
  },
  {
    name: "doubts about a person's certificates",
    ask: (cx) => doubtsOf(cx, personId, [course.courseId]),
    sorts: "what is of one course",
    by: [system, w.coordinator],
  },
  { name: "a workshop", ask: (cx) => participants(cx, workshop.courseId), sorts, by: [w.trainer] },
  {
    name: "workshops held for an organisation",
    ask: (cx) => heldForAmong(cx, [{ id: 1, nameKey: "alamal", country: "JO" }], [w.programmeId]),
    sorts: "what is of some programmes",
  },
  { name: "organisations of a country", ask: (cx) => organisationNames(cx, "JO"), by: [visitor] },
];

describe("the plan of a question that is often asked", () => {
  for (const { name, ask, sorts, by } of hot)
    for (const spread of [false, true])
      it(`${name}: goes through nothing that grows${spread ? ", in a big file" : ""}`, () => {
        for (const viewer of by ?? [system, w.coordinator, w.trainer]) {
          const plans = plansOf(ask, as(viewer), spread);
          for (const plan of plans) expect(costly(plan, sorts !== undefined), plan.text).toEqual([]);
        }
      });
});

describe("this test", () => {
  it("sees what goes through a table, sorts it, or reads an index of names from end to end", () => {
    const seen = (text: string) =>
      plansOf((cx) => cx.db.all(text as never), as(system), false).flatMap((plan) => costly(plan, false));
    expect(seen("select id from persons where search like '%haddad%'")).toHaveLength(1);
    expect(seen("select p.id from persons as p where p.language = 'ar'")).toHaveLength(1);
    expect(seen("select id from courses where programme_id = 1 order by title")).toHaveLength(1);
  });
});
