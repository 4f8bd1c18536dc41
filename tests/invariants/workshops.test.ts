import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it, vi } from "vitest";
import { sqlite } from "../../db/client";
import { programmeMembers } from "../../db/schema";
import * as gate from "../../lib/access/gate";
import { mayAnywhere, type Permission, type Viewer, visitor } from "../../lib/access/table";
import type { Context } from "../../lib/acts/context";
import { catalogue, catalogueChoices, publicCourse } from "../../lib/courses/queries";
import { catalogueSchema } from "../../lib/courses/schema";
import { toolCatalogue } from "../../lib/curriculum/queries";
import { faultsOf } from "../../lib/faults";
import { registerParticipant } from "../../lib/participants/commands";
import { participantSchema } from "../../lib/participants/schema";
import { programmeList } from "../../lib/programmes/queries";
import { fail, failAt, type Result } from "../../lib/result";
import { addDays } from "../../lib/time/civil";
import { todayFor } from "../../lib/today/queries";
import { as } from "../support/as";
import {
  followRegistration,
  missingRolls,
  registrationsOf,
  sessionsBetween,
  unprintableNames,
} from "../support/asked";
import { freshDatabase } from "../support/database";
import { decidedWorkshop, deskCourse, deskCourses } from "../support/desk";
import { posted } from "../support/posted";
import { peopleSeen, personSeen, trainersSeen } from "../support/seen";
import { sendRegistration } from "../support/sendRegistration";
import { transact } from "../support/transact";
import { courseForm, day, now, person, planned, registrationForm, viewer, world } from "../support/world";

vi.mock("@/app/_actions/action", async () => ({
  action: (await import("../support/takenApart")).takenApart,
}));
vi.mock("@/app/_server/auth", () => ({
  startSession: vi.fn(),
  endSession: vi.fn(),
  chooseLanguage: vi.fn(),
}));
vi.mock("next/cache", () => ({ revalidatePath: vi.fn(), refresh: vi.fn() }));

type Read = {
  safeParse: (
    form: unknown,
  ) => { success: true; data: unknown } | { success: false; error: { issues: { path: PropertyKey[] }[] } };
};
type Action = {
  permission: Permission;
  schema: Read | ((said: unknown, cx: Context) => Read | null);
  command: (cx: Context, input: unknown, address: string) => unknown;
  options?: {
    to?: (value: unknown) => string | null;
    toAfterFault?: (fault: { code: string }, kept: Record<string, unknown>) => string | null;
  };
};
const files = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : name === "actions.ts" ? [path] : [];
  });
const actions = new Map<string, Action>();
for (const path of files("app"))
  for (const [name, made] of Object.entries(await import(pathToFileURL(path).href)))
    if (typeof made === "object" && made !== null) actions.set(name, made as Action);

freshDatabase();
const w = world();
const elsewhere = viewer(person("Trainer elsewhere"), { trains: [w.otherId] });
const secondCoordinator = viewer(person("Second coordinator"), { coordinates: [w.programmeId] });
/** Coordinates and trains: decides on others' workshops, never on their own. */
const both = viewer(person("Both"), { coordinates: [w.programmeId], trains: [w.programmeId] });
transact((db) => {
  db.insert(programmeMembers)
    .values({ programmeId: w.programmeId, personId: both.personId!, role: "trainer", since: now })
    .run();
});

/** What a form does, as somebody sends it: asked for its permission, read with its schema, done by its command. */
async function send<T = { courseId: number; slug: string }>(
  names: string | string[],
  by: Viewer,
  form: Record<string, unknown>,
  at = now,
): Promise<Result<T>> {
  const action = [names]
    .flat()
    .map((name) => actions.get(name))
    .find(Boolean);
  if (!action) return fail("notFound");
  if (!mayAnywhere(by, action.permission)) return fail(by.kind === "visitor" ? "signInNeeded" : "notFound");
  const said = posted(form);
  const schema = typeof action.schema === "function" ? action.schema(said, as(by, at)) : action.schema;
  if (!schema) return fail("notFound");
  const parsed = schema.safeParse(said);
  if (!parsed.success) return failAt(faultsOf(parsed.error.issues));
  return (await action.command(as(by, at), parsed.data, "address")) as Result<T>;
}
/** A fault with everything that it says. */
const inOneWord = (fault: { code: string } | undefined) => `${fault?.code}?${JSON.stringify(fault)}`;
function good<T>(result: Result<T>): T {
  expect(result.ok, JSON.stringify(result)).toBe(true);
  return (result as { value: T }).value;
}
function refused<T>(result: Result<T>) {
  expect(result.ok, JSON.stringify(result)).toBe(false);
  return (result as { fault: { code: string; fields?: Record<string, { code: string }> } }).fault;
}

let weeks = 0;
/** A Monday of its own for each workshop, so that nobody is in two places. */
const monday = () => addDays("2027-02-01", 7 * weeks++);

/** A workshop as its form posts it. */
const form = (startsOn: string, more: Record<string, unknown> = {}) => ({
  ...courseForm(w),
  wholeIds: [],
  trainerIds: [],
  place: "Kufr Asad",
  audience: "Milk producers",
  startsOn,
  endsOn: startsOn,
  startsAt: "09:00",
  endsAt: "16:00",
  breakFrom: "12:00",
  breakMinutes: "30",
  capacity: "25",
  ...more,
});

const rowOf = (courseId: number) =>
  sqlite().prepare("SELECT * FROM courses WHERE id = ?").get(courseId) as {
    state: string;
    version: number;
    slug: string;
    approved_at: number | null;
    starts_on: string;
    ends_on: string;
    entered_afterwards: number;
    state_reason: string | null;
  };
/** What a decision on a workshop carries from its page. */
const seenOf = (courseId: number) => deskCourse(as(w.coordinator), courseId)!.seen;
const sessionsOf = (courseId: number) =>
  sqlite()
    .prepare(
      "SELECT id, day, starts_at AS startsAt, ends_at AS endsAt FROM sessions WHERE course_id = ? ORDER BY start_instant",
    )
    .all(courseId) as { id: number; day: string; startsAt: string; endsAt: string }[];
const noonOf = (civil: string) => Date.parse(`${civil}T09:00:00Z`);

/** A trainer schedules a workshop of their own. */
async function scheduled(startsOn: string, more: Record<string, unknown> = {}, by = w.trainer, at = now) {
  const { courseId } = good(await send(["scheduleWorkshop", "createCourse"], by, form(startsOn, more), at));
  return courseId;
}
const decide = (
  what: "approveWorkshop" | "turnDownWorkshop",
  by: Viewer,
  courseId: number,
  more = {},
  at = now,
) => send(what, by, { courseId: String(courseId), seen: seenOf(courseId), ...more }, at);

let people = 0;
/** Somebody whom the coordinator knows. */
async function known(): Promise<number> {
  const name = `Known ${people++}`;
  return good(await send<{ personId: number }>("createPerson", w.coordinator, { name, language: "en" }))
    .personId;
}
/** Puts somebody known into a workshop. */
async function inWorkshop(courseId: number, personId: number, at = now) {
  return good(
    await send<{ registrationId: number }>(
      "registerPerson",
      w.coordinator,
      {
        courseId: String(courseId),
        personId: String(personId),
        formKey: `workshops-key-${people++}`,
        language: "en",
        name: "Known",
        consent: "on",
        accept: "on",
      },
      at,
    ),
  ).registrationId;
}
const present = (courseId: number, registrationId: number, by: Viewer, at: number) =>
  send(
    "takeRoll",
    by,
    { sessionId: String(sessionsOf(courseId)[0]!.id), [`marks.${registrationId}.state`]: "present" },
    at,
  );

/** Ends a workshop as its page does: it asks what that does, and is told that this is meant. */
async function end(by: Viewer, courseId: number, at: number) {
  const input = { courseId: String(courseId), from: "running", to: "closed", withoutRolls: "on" };
  const asked = refused(await send("setCourseState", by, input, at)) as unknown as {
    params: Record<string, number>;
  };
  const foreseen = ["attended", "noShow", "missingRolls", "waiting", "undecided"]
    .map((what) => asked.params?.[what])
    .join("-");
  return send("setCourseState", by, { ...input, foreseen }, at);
}

const everything = () =>
  JSON.stringify(
    (
      sqlite()
        .prepare(
          "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('attempts', 'sqlite_sequence')",
        )
        .pluck()
        .all() as string[]
    ).map((table) => sqlite().prepare(`SELECT * FROM ${table}`).all()),
  );

/** Everything that the public reads of courses, and every count and list outside a workshop itself, by what it is. */
function outside(personId: number, at: number): Record<string, unknown> {
  const today = new Date(at).toISOString().slice(0, 10);
  const all = catalogueSchema.parse({});
  const { awaits, week } = todayFor(as(w.coordinator, at), today);
  return {
    catalogue: catalogue(as(visitor), all, "2027-01-01"),
    search: catalogue(as(visitor), catalogueSchema.parse({ q: "kufr asad" }), "2027-01-01"),
    choices: catalogueChoices(as(visitor), "2027-01-01"),
    coursesOfProgrammes: programmeList(
      as(w.coordinator),
      gate.reach(as(w.coordinator), "programmes.read"),
    ).map((p) => [p.code, p.courses]),
    modulesTaught: toolCatalogue(as(w.coordinator)).map((t) =>
      t.versions.map((v) => v.modules.map((m) => m.courses)),
    ),
    coursesOfPeople: peopleSeen(as(w.coordinator), { q: null, programme: null, after: null }).people.map(
      (p) => [p.id, p.courses],
    ),
    person: registrationsOf(as(w.coordinator), personId),
    modulesCompleted: personSeen(as(w.coordinator), personId)?.ledger,
    trained: personSeen(as(w.coordinator), w.trainer.personId!)?.trains,
    trainers: trainersSeen(as(w.coordinator), { q: null }, "2027-01-01"),
    // Whoever was given a place hears of it, whether the workshop counts or not.
    today: awaits.filter((item) => item.kind !== "tell"),
    week,
    between: sessionsBetween(as(w.coordinator), at - 400 * day, at + 400 * day),
    rolls: missingRolls(as(w.coordinator, at)),
    names: unprintableNames(as(w.coordinator)),
  };
}

describe("a trainer's own workshop", () => {
  it("is scheduled by the trainer, with a timetable in which they teach, and is theirs to see", async () => {
    const startsOn = monday();
    const courseId = await scheduled(startsOn);
    expect(rowOf(courseId)).toMatchObject({ state: "open", approved_at: null, entered_afterwards: 0 });
    expect(sessionsOf(courseId).map((s) => `${s.day} ${s.startsAt}`)).toContain(`${startsOn} 09:00`);
    expect(
      sqlite()
        .prepare(
          "SELECT count(*) FROM sessions s WHERE course_id = ? AND NOT EXISTS (SELECT 1 FROM session_trainers t WHERE t.session_id = s.id AND t.person_id = ?)",
        )
        .pluck()
        .get(courseId, w.trainer.personId),
    ).toBe(0);
    expect(
      deskCourses(as(w.trainer), { state: null, q: null, before: null }).courses.map((c) => c.id),
    ).toContain(courseId);
  });

  it("is left alone by everybody else, whatever they send", async () => {
    const courseId = await scheduled(monday());
    const { id: sessionId } = sessionsOf(courseId)[0]!;
    const of = { courseId: String(courseId) };
    const version = String(rowOf(courseId).version);
    const sent: Record<string, Record<string, unknown>> = {
      editWorkshop: { ...form(rowOf(courseId).starts_on), ...of, version, capacity: "5" },
      editCourse: {
        ...form(rowOf(courseId).starts_on),
        ...of,
        version,
        placeEn: "Elsewhere",
        trainerIds: [String(w.trainer.personId)],
      },
      setCourseState: { ...of, from: "open", to: "cancelled", reason: "No" },
      proposeSessions: { ...of, startsAt: "08:00", endsAt: "15:00", breakFrom: "12:00", breakMinutes: "60" },
      saveSession: {
        ...of,
        kind: "other",
        title: "More",
        day: rowOf(courseId).starts_on,
        startsAt: "18:00",
        endsAt: "19:00",
      },
      deleteSession: { ...of, sessionId: String(sessionId) },
      approveWorkshop: { ...of, seen: seenOf(courseId) },
      turnDownWorkshop: { ...of, seen: seenOf(courseId), reason: "No" },
      takeApprovalBack: of,
    };
    const before = everything();
    for (const [name, by] of Object.entries({
      "another trainer": w.otherTrainer,
      elsewhere,
      stranger: w.stranger,
      participant: w.participant,
      visitor,
    }))
      for (const [action, input] of Object.entries(sent)) {
        expect(refused(await send(action, by, input)).code, `${action} by ${name}`).toMatch(
          /notFound|signInNeeded/,
        );
        expect(everything() === before, `${action} by ${name} changes nothing`).toBe(true);
      }
    // What is a coordinator's stays a coordinator's, for whose own workshop it is too.
    for (const action of ["editCourse", "approveWorkshop", "turnDownWorkshop", "takeApprovalBack"])
      expect(refused(await send(action, w.trainer, sent[action]!)).code, action).toBe("notFound");
    for (const to of ["draft"])
      expect(refused(await send("setCourseState", w.trainer, { ...of, from: "open", to })).code).toBe(
        "notFound",
      );
    expect(everything() === before).toBe(true);
    // And what is theirs is done.
    for (const action of ["editWorkshop", "saveSession", "setCourseState"])
      good(await send(action, w.trainer, sent[action]!));
    expect(rowOf(courseId).state).toBe("cancelled");
  });

  it("is scheduled by nobody who trains elsewhere, coordinates only, or takes part", async () => {
    const startsOn = monday();
    const before = everything();
    for (const by of [elsewhere, w.stranger, w.coordinator, w.participant, visitor])
      expect(refused(await send("scheduleWorkshop", by, form(startsOn))).code).toMatch(
        /notFound|signInNeeded/,
      );
    expect(everything() === before).toBe(true);
    await scheduled(startsOn);
  });

  it("is in no public read and no count until it is approved, and then with the same roll in each", async () => {
    // Another one awaits approval all the while, and is as little seen.
    await scheduled(monday());
    const personId = await known();
    const startsOn = monday();
    const at = noonOf(startsOn);
    const before = { soon: outside(personId, now), onTheDay: outside(personId, at) };
    const courseId = await scheduled(startsOn);
    const registrationId = await inWorkshop(courseId, personId);
    const same = (when: number) => {
      const here = outside(personId, when);
      for (const [what, said] of Object.entries(when === now ? before.soon : before.onTheDay))
        expect(here[what], what).toEqual(said);
    };
    same(now);
    same(at);
    const { slug } = rowOf(courseId);
    expect(publicCourse(as(visitor), slug)).toBeNull();
    expect(refused(await sendRegistration(visitor, registrationForm(slug), now, "address")).code).toBe(
      "notFound",
    );
    const token = sqlite()
      .prepare("SELECT token FROM registrations WHERE id = ?")
      .pluck()
      .get(registrationId) as string;
    expect(followRegistration(as(visitor), token)?.state, "who was registered has a page").toBe("accepted");
    // A roll with no mark on it starts nothing; the first mark on its first day does.
    for (const marks of [{}, { [`marks.${registrationId}.state`]: "none" }]) {
      good(
        await send("takeRoll", w.trainer, { sessionId: String(sessionsOf(courseId)[0]!.id), ...marks }, at),
      );
      expect(rowOf(courseId).state).toBe("open");
    }
    good(await present(courseId, registrationId, w.trainer, at));
    expect(rowOf(courseId).state).toBe("running");
    same(at);
    expect(
      refused(await send("prepareCertificates", w.coordinator, { courseId: String(courseId) }, at)).code,
    ).toBe("workshopNotApproved");
    good(await end(w.trainer, courseId, at + 12 * 3_600_000));
    expect(
      refused(await send("issueCertificates", w.coordinator, { courseId: String(courseId) }, at + day)).code,
    ).toBe("workshopNotApproved");
    same(at);
    good(await decide("approveWorkshop", w.coordinator, courseId, {}, at + day));
    sqlite().prepare("UPDATE courses SET min_attendance = 5 WHERE id = ?").run(courseId);
    good(await send("issueCertificates", w.coordinator, { courseId: String(courseId) }, at + day));
    const after = outside(personId, at);
    for (const what of [
      "coursesOfProgrammes",
      "modulesTaught",
      "coursesOfPeople",
      "person",
      "modulesCompleted",
      "trained",
      "trainers",
    ])
      expect(after[what], what).not.toEqual(before.onTheDay[what]);
    expect((after.person as { attendedMinutes: number }[]).find((r) => r.attendedMinutes > 0)).toBeDefined();
    expect(publicCourse(as(visitor), slug)?.id).toBe(courseId);
  });

  it("is public once it is approved, with its places", async () => {
    const courseId = await scheduled(monday());
    good(await decide("approveWorkshop", w.coordinator, courseId));
    const { slug } = rowOf(courseId);
    expect(
      catalogue(as(visitor), catalogueSchema.parse({ q: "kufr asad" }), "2027-01-01").courses.map(
        (c) => c.slug,
      ),
    ).toContain(slug);
    good(await sendRegistration(visitor, registrationForm(slug), now, "address"));
    expect(refused(await send("takeApprovalBack", w.coordinator, { courseId: String(courseId) })).code).toBe(
      "approvalRestedOn",
    );
  });

  it("counts at once where its programme asks for no approval", async () => {
    const startsOn = monday();
    await scheduled(startsOn);
    sqlite().prepare("UPDATE programmes SET approves_workshops = 0 WHERE id = ?").run(w.programmeId);
    const courseId = await scheduled(monday());
    sqlite().prepare("UPDATE programmes SET approves_workshops = 1 WHERE id = ?").run(w.programmeId);
    expect(publicCourse(as(visitor), rowOf(courseId).slug)?.id).toBe(courseId);
  });
});

describe("approving", () => {
  it("is done by another than whose workshop it is, once, and not of what is cancelled or changed meanwhile", async () => {
    const own = await scheduled(monday(), {}, both);
    expect(refused(await decide("approveWorkshop", both, own)).code).toBe("ownWorkshop");
    expect(refused(await decide("turnDownWorkshop", both, own, { reason: "No" })).code).toBe("ownWorkshop");
    const seen = seenOf(own);
    good(
      await send("editWorkshop", both, {
        ...form(rowOf(own).starts_on),
        courseId: String(own),
        version: String(rowOf(own).version),
        capacity: "30",
      }),
    );
    expect(
      refused(await send("approveWorkshop", secondCoordinator, { courseId: String(own), seen })).code,
    ).toBe("workshopChanged");
    good(await decide("approveWorkshop", secondCoordinator, own));
    expect(refused(await decide("approveWorkshop", w.coordinator, own)).code).toBe("workshopApprovedAlready");
    const cancelled = await scheduled(monday());
    good(
      await send("setCourseState", w.trainer, {
        courseId: String(cancelled),
        from: "open",
        to: "cancelled",
        reason: "Rain",
      }),
    );
    expect(refused(await decide("approveWorkshop", w.coordinator, cancelled)).code).toBe("workshopCancelled");
    expect(publicCourse(as(visitor), rowOf(cancelled).slug)).toBeNull();
  });

  it("is of what was seen: another timetable is shown again, somebody more at the door is not another workshop", async () => {
    const startsOn = monday();
    const courseId = await scheduled(startsOn, { capacity: "1" });
    const of = { courseId: String(courseId) };
    const approve = (seen: string) => send("approveWorkshop", w.coordinator, { ...of, seen });
    let seen = seenOf(courseId);
    const other = { ...of, kind: "other", title: "More", day: startsOn, startsAt: "18:00", endsAt: "19:00" };
    good(await send("saveSession", w.trainer, other));
    expect(refused(await approve(seen)).code).toBe("workshopChanged");
    seen = seenOf(courseId);
    const { id: sessionId } = sessionsOf(courseId).at(-1)!;
    good(await send("deleteSession", w.trainer, { ...of, sessionId: String(sessionId) }));
    expect(refused(await approve(seen)).code).toBe("workshopChanged");
    seen = seenOf(courseId);
    for (const name of ["First", "Second"])
      good(
        registerParticipant(
          as(w.trainer, now),
          participantSchema([]).parse({
            ...of,
            name,
            language: "en",
            consent: "on",
            formKey: `walk-in-${name}`,
          }),
        ),
      );
    expect((rowOf(courseId) as unknown as { capacity: number }).capacity).toBeGreaterThan(1);
    good(await approve(seen));
  });

  it("leads whoever comes second to who decided, with the reason typed", async () => {
    const courseId = await scheduled(monday());
    const sent = {
      courseId: String(courseId),
      seen: seenOf(courseId),
      reason: "Too far & dear",
    };
    good(await send("approveWorkshop", w.coordinator, sent));
    for (const name of ["approveWorkshop", "turnDownWorkshop"]) {
      const fault = refused(await send(name, secondCoordinator, sent));
      const to = new URL(actions.get(name)?.options?.toAfterFault?.(fault, sent) ?? "/", "http://desk");
      expect([to.pathname, to.searchParams.get("decided"), to.searchParams.get("reason")], name).toEqual([
        "/today",
        String(courseId),
        "Too far & dear",
      ]);
    }
    const here = { id: courseId, stands: "approved", final: false };
    const by = sqlite().prepare("SELECT name FROM persons WHERE id = ?").pluck().get(w.coordinator.personId);
    expect(decidedWorkshop(as(secondCoordinator), courseId)).toMatchObject({ ...here, own: false, by });
    expect(decidedWorkshop(as(w.coordinator), courseId)).toMatchObject({ ...here, own: true });
    for (const nobody of [w.trainer, w.stranger, elsewhere, visitor])
      expect(decidedWorkshop(as(nobody), courseId)).toBeNull();
    const other = await scheduled(monday());
    expect(decidedWorkshop(as(w.coordinator), other)).toBeNull();
    const done = good(await decide("turnDownWorkshop", w.coordinator, other, { reason: "No money" }));
    expect(actions.get("turnDownWorkshop")?.options?.to?.(done)).toBe(`/today?turnedDown=${other}`);
    expect(decidedWorkshop(as(secondCoordinator), other)).toMatchObject({
      stands: "cancelled",
      reason: "No money",
    });
  });

  it("is told to the trainer, for each workshop by itself, and taken back with what was not told yet", async () => {
    const untold = () =>
      sqlite()
        .prepare(
          "SELECT course_id AS courseId, message FROM notices WHERE person_id = ? AND told_at IS NULL AND message LIKE 'workshop%' ORDER BY course_id",
        )
        .all(w.trainer.personId) as { courseId: number; message: string }[];
    const [first, second] = [await scheduled(monday()), await scheduled(monday())];
    good(await decide("approveWorkshop", w.coordinator, first));
    good(await decide("turnDownWorkshop", w.coordinator, second, { reason: "No money" }));
    expect(
      untold()
        .filter((n) => [first, second].includes(n.courseId))
        .map((n) => n.message),
    ).toEqual(["workshopApproved", "workshopTurnedDown"]);
    expect(rowOf(second)).toMatchObject({ state: "cancelled", state_reason: "No money" });
    good(await send("takeApprovalBack", w.coordinator, { courseId: String(first) }));
    expect(untold().map((n) => n.courseId)).not.toContain(first);
    expect(publicCourse(as(visitor), rowOf(first).slug)).toBeNull();
    expect(refused(await send("takeApprovalBack", w.coordinator, { courseId: String(first) })).code).toBe(
      "workshopNotApproved",
    );
  });
});

describe("what cannot be", () => {
  const nothing = async (field: string, code: RegExp, more: Record<string, unknown>, startsOn = monday()) => {
    const before = everything();
    const { fields } = refused(await send("scheduleWorkshop", w.trainer, form(startsOn, more)));
    expect(inOneWord(fields?.[field]), JSON.stringify(fields)).toMatch(code);
    expect(everything() === before, field).toBe(true);
  };
  it("is said beside its field, and nothing is changed", async () => {
    await scheduled(monday());
    await nothing("moduleIds", /^chooseModules/, { moduleIds: [] });
    await nothing("endsOn", /^courseEndsBeforeStart/, { endsOn: "2027-01-20" });
    await nothing("endsOn", /^workshopTooLong/, { startsOn: "2027-03-01", endsOn: "2027-08-01" });
    await nothing("startsOn", /^yearInDoubt/, { startsOn: "2025-01-01", endsOn: "2025-01-01" });
    await nothing("startsOn", /^yearInDoubt/, { startsOn: "2037-02-01", endsOn: "2037-02-01" });
    await nothing("endsAt", /^endBeforeStart/, { endsAt: "08:00" });
    await nothing("endsAt", /^dayTooShort/, { endsAt: "09:20", breakMinutes: "0" });
    await nothing("breakFrom", /^breakOutside/, { breakFrom: "18:00" });
    await nothing("trainerIds", /^trainerNotInProgramme/, { trainerIds: [String(elsewhere.personId)] });
    await nothing("zone", /^zoneOfOtherCountry/, {
      country: "LB",
      venueId: "",
      shownCountry: "JO",
      shownZone: "Asia/Amman",
    });
    sqlite().prepare("UPDATE modules SET retired_at = 1 WHERE id = ?").run(w.moduleIds[1]);
    await nothing("moduleIds", /^retired/, {});
    sqlite().prepare("UPDATE modules SET retired_at = NULL WHERE id = ?").run(w.moduleIds[1]);
  });
  it("is being in two places: the trainer or somebody beside them, for part of a day too", async () => {
    const startsOn = monday();
    await scheduled(startsOn);
    await nothing("startsOn", /^trainerBusy\?.*Kufr/, {}, startsOn);
    await nothing(
      "startsOn",
      /^trainerBusy/,
      { startsAt: "14:00", endsAt: "20:00", breakMinutes: "0" },
      startsOn,
    );
    const result = await send(
      "scheduleWorkshop",
      both,
      form(startsOn, { trainerIds: [String(w.trainer.personId)] }),
    );
    expect(refused(result).fields?.trainerIds?.code).toMatch(/^trainerBusy/);
  });
  it("names no course that is not the trainer's to know", async () => {
    const startsOn = monday();
    const colleague = w.trainerIds.find((id) => id !== w.trainer.personId)!;
    const draft = planned(w, {
      startsOn,
      endsOn: startsOn,
      placeEn: "Secret place",
      trainerIds: [String(colleague)],
    });
    const session = {
      courseId: String(draft.courseId),
      kind: "other",
      title: "Secret session",
      day: startsOn,
      startsAt: "09:00",
      endsAt: "10:00",
      roomId: String(w.roomId),
      trainerIds: [String(colleague)],
    };
    good(await send("saveSession", w.coordinator, session));
    const busy = refused(
      await send("scheduleWorkshop", w.trainer, form(startsOn, { trainerIds: [String(colleague)] })),
    );
    expect(JSON.stringify(busy.fields?.trainerIds)).toMatch(/"trainerBusyElsewhere".*09/);
    const courseId = await scheduled(startsOn);
    const there = { ...session, courseId: String(courseId), trainerIds: [] };
    const taken = refused(await send("saveSession", w.trainer, there));
    expect(JSON.stringify(taken.fields?.roomId)).toMatch(/"roomBusyElsewhere".*09/);
    expect(JSON.stringify([busy, taken])).not.toMatch(/Secret/);
    // Whoever may read it is told what it is; so is everybody once it is public.
    expect(inOneWord(refused(await send("saveSession", w.coordinator, there)).fields?.roomId)).toMatch(
      /^roomBusy\?.*Secret/,
    );
    sqlite().prepare("UPDATE courses SET state = 'open' WHERE id = ?").run(draft.courseId);
    expect(inOneWord(refused(await send("saveSession", w.trainer, there)).fields?.roomId)).toMatch(
      /^roomBusy\?.*Secret/,
    );
  });
  it("is no reason to refuse a village that meets on a free day, or what was held already", async () => {
    const friday = addDays(monday(), 4);
    const onFriday = await scheduled(friday);
    expect(new Set(sessionsOf(onFriday).map((s) => s.day))).toEqual(new Set([friday]));
    const held = await scheduled("2027-01-04");
    expect(rowOf(held)).toMatchObject({ state: "running", entered_afterwards: 1 });
    const registrationId = await inWorkshop(held, await known());
    good(await present(held, registrationId, w.trainer, now));
  });
});

describe("a change by the trainer to what was approved", () => {
  const change = (courseId: number, more: Record<string, unknown>, by = w.trainer) =>
    send("editWorkshop", by, {
      ...form(rowOf(courseId).starts_on, more),
      courseId: String(courseId),
      version: String(rowOf(courseId).version),
    });
  const approved = async () => {
    const courseId = await scheduled(monday());
    good(await decide("approveWorkshop", w.coordinator, courseId));
    return courseId;
  };
  const others: Record<string, () => Record<string, unknown>> = {
    days: () => {
      const next = monday();
      return { startsOn: next, endsOn: next };
    },
    place: () => ({ place: "Another village" }),
    content: () => ({ moduleIds: [String(w.moduleIds[0])] }),
    expected: () => ({ capacity: "38" }),
  };
  it("asks for approval again: days, place, content, many more people; nothing else does", async () => {
    for (const [what, more] of Object.entries(others)) {
      const courseId = await approved();
      good(await change(courseId, more()));
      expect(rowOf(courseId).approved_at, what).toBeNull();
      expect(publicCourse(as(visitor), rowOf(courseId).slug), what).toBeNull();
      const line = todayFor(as(w.coordinator, now), "2027-01-01").approvals.find((a) => a.id === courseId);
      expect(line?.changed.join(" "), what).toBe(what);
      good(await decide("approveWorkshop", w.coordinator, courseId));
      expect(rowOf(courseId).approved_at, what).not.toBeNull();
    }
    const courseId = await approved();
    good(await change(courseId, { capacity: "37", audience: "Others", startsAt: "08:00" }));
    const { id: sessionId } = sessionsOf(courseId).at(-1)!;
    good(
      await send("deleteSession", w.trainer, { courseId: String(courseId), sessionId: String(sessionId) }),
    );
    expect(rowOf(courseId).approved_at).not.toBeNull();
    // Step by step it is still many more than were approved.
    good(
      await change(courseId, {
        capacity: "50",
        startsAt: undefined,
        endsAt: undefined,
        breakFrom: undefined,
        breakMinutes: undefined,
      }),
    );
    expect(rowOf(courseId).approved_at).toBeNull();
  });
  it("asks again where the whole workshop is moved, and where that is undone", async () => {
    const courseId = await approved();
    const { changeId } = good(
      await send<{ changeId: number }>("moveCourse", w.trainer, {
        courseId: String(courseId),
        startsOn: monday(),
      }),
    );
    expect(rowOf(courseId).approved_at).toBeNull();
    good(await decide("approveWorkshop", w.coordinator, courseId));
    good(await send("undoTimetableChange", w.trainer, { changeId: String(changeId) }));
    expect(rowOf(courseId).approved_at).toBeNull();
  });
  it("is moved into the past as one that was held, and out of it again; never to a year that was mistyped", async () => {
    const startsOn = monday();
    const courseId = await scheduled(startsOn);
    const moveTo = (to: string) =>
      send<{ changeId: number }>("moveCourse", w.trainer, { courseId: String(courseId), startsOn: to });
    const before = everything();
    for (const far of [addDays(startsOn, 3650), "2002-02-08", "2028-03-13"])
      expect(inOneWord(refused(await moveTo(far)).fields?.startsOn), far).toMatch(/^yearInDoubt/);
    expect(everything() === before).toBe(true);
    const { changeId } = good(await moveTo("2026-11-02"));
    expect(rowOf(courseId)).toMatchObject({ state: "running", entered_afterwards: 1 });
    good(await send("undoTimetableChange", w.trainer, { changeId: String(changeId) }));
    expect(rowOf(courseId)).toMatchObject({ state: "open", entered_afterwards: 0, starts_on: startsOn });
    good(await moveTo("2026-11-02"));
    good(await moveTo(startsOn));
    expect(rowOf(courseId)).toMatchObject({ state: "open", entered_afterwards: 0 });
  });
  it("is refused once somebody came by its public page, and is a coordinator's to make", async () => {
    const courseId = await approved();
    good(await sendRegistration(visitor, registrationForm(rowOf(courseId).slug), now, "address"));
    const before = everything();
    for (const [what, more] of Object.entries(others)) {
      expect(refused(await change(courseId, more())).code, what).toBe("askCoordinator");
      expect(everything() === before, what).toBe(true);
    }
    const moving = { courseId: String(courseId), startsOn: monday() };
    expect(refused(await send("moveCourse", w.trainer, moving)).code).toBe("askCoordinator");
    expect(everything() === before).toBe(true);
    good(await change(courseId, { audience: "Others" }));
    good(await send("moveCourse", w.coordinator, moving));
    good(await change(courseId, { place: "Another village" }, w.coordinator));
    expect(rowOf(courseId).approved_at).not.toBeNull();
  });
  it("asks nobody where the programme asks for no approval", async () => {
    const courseId = await approved();
    sqlite().prepare("UPDATE programmes SET approves_workshops = 0 WHERE id = ?").run(w.programmeId);
    good(await change(courseId, { place: "Another village" }));
    sqlite().prepare("UPDATE programmes SET approves_workshops = 1 WHERE id = ?").run(w.programmeId);
    expect(rowOf(courseId).approved_at).not.toBeNull();
  });
});

describe("changing the plan", () => {
  const edit = (courseId: number, more: Record<string, unknown>, by = w.trainer) =>
    send("editWorkshop", by, {
      ...form(rowOf(courseId).starts_on, more),
      courseId: String(courseId),
      version: String(rowOf(courseId).version),
    });
  it("moves an untouched timetable with the days, and a changed one not", async () => {
    const courseId = await scheduled(monday());
    const next = monday();
    good(await edit(courseId, { startsOn: next, endsOn: next, startsAt: "08:00" }));
    expect(sessionsOf(courseId).map((s) => `${s.day} ${s.startsAt}`)[0]).toBe(`${next} 08:00`);
    sqlite().prepare("UPDATE sessions SET placed_by_hand = 1 WHERE id = ?").run(sessionsOf(courseId)[0]!.id);
    const before = everything();
    const later = monday();
    const hours = { startsAt: undefined, endsAt: undefined, breakFrom: undefined, breakMinutes: undefined };
    expect(
      refused(await edit(courseId, { startsOn: later, endsOn: later, ...hours })).fields?.startsOn?.code,
    ).toMatch(/^sessionWouldBeOutside/);
    expect(refused(await edit(courseId, { startsAt: "10:00" })).fields?.startsAt?.code).toBe(
      "timetableByHand",
    );
    expect(everything() === before).toBe(true);
    good(await edit(courseId, { audience: "Others", ...hours }));
  });
  it("leaves a timetable alone from which somebody deleted a session", async () => {
    const courseId = await scheduled(monday());
    const sessionId = sessionsOf(courseId).at(-1)!.id;
    good(
      await send("deleteSession", w.trainer, { courseId: String(courseId), sessionId: String(sessionId) }),
    );
    const left = sessionsOf(courseId).length;
    expect(refused(await edit(courseId, { startsAt: "08:30" })).fields?.startsAt?.code).toBe(
      "timetableByHand",
    );
    expect(sessionsOf(courseId)).toHaveLength(left);
  });
  it("keeps what a coordinator set, and tells who was overtaken by another", async () => {
    const courseId = await scheduled(monday());
    sqlite()
      .prepare("UPDATE courses SET min_attendance = 60, signatories = ? WHERE id = ?")
      .run(JSON.stringify([{ name: "Salwa", role: { own: "en", en: "Head", ar: "رئيسة" } }]), courseId);
    const old = String(rowOf(courseId).version);
    good(await edit(courseId, { capacity: "12" }));
    const { min_attendance, signatories } = rowOf(courseId) as unknown as {
      min_attendance: number;
      signatories: string;
    };
    expect([min_attendance, JSON.parse(signatories)]).toEqual([
      60,
      [{ name: "Salwa", role: { own: "en", en: "Head", ar: "رئيسة" } }],
    ]);
    const late = await send("editWorkshop", w.trainer, {
      ...form(rowOf(courseId).starts_on),
      courseId: String(courseId),
      version: old,
      capacity: "9",
    });
    expect(refused(late).code).toBe("stale");
  });
});
