import { describe, expect, it, vi } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { visitor } from "../../lib/access/table";
import { catalogue, catalogueChoices, publicCourse } from "../../lib/courses/queries";
import { catalogueSchema } from "../../lib/courses/schema";
import { coursesByModule } from "../../lib/curriculum/queries";
import { programmeList, withCourses } from "../../lib/programmes/queries";
import { everyAction } from "../support/actions";
import { as } from "../support/as";
import {
  followRegistration,
  missingRolls,
  registrationsOf,
  sessionsBetween,
  unprintableNames,
} from "../support/asked";
import { freshDatabase } from "../support/database";
import { deskCourses, todayFor } from "../support/desk";
import { everything } from "../support/everything";
import { peopleSeen, personSeen, trainersSeen } from "../support/seen";
import { sendRegistration } from "../support/sendRegistration";
import { good, monday, noonOf, refused, rowOf, sessionsOf, workshopForms } from "../support/workshopForms";
import { day, now, registrationForm, world } from "../support/world";

vi.mock("@/app/_actions/action", async () => ({
  action: (await import("../support/takenApart")).takenApart,
}));
vi.mock("@/app/_server/auth", () => ({
  startSession: vi.fn(),
  endSession: vi.fn(),
  chooseLanguage: vi.fn(),
}));
vi.mock("next/cache", () => ({ revalidatePath: vi.fn(), refresh: vi.fn() }));

const actions = await everyAction();
freshDatabase();
const w = world();
const { elsewhere, send, form, seenOf, scheduled, decide, known, inWorkshop, present, end } = workshopForms(
  w,
  actions,
);

/** Everything that the public reads of courses, and every count and list outside a workshop itself, by what it is. */
function outside(personId: number, at: number): Record<string, unknown> {
  const today = new Date(at).toISOString().slice(0, 10);
  const all = catalogueSchema.parse({});
  const { awaits, week } = todayFor(as(w.coordinator, at), today);
  return {
    catalogue: catalogue(as(visitor), all),
    search: catalogue(as(visitor), catalogueSchema.parse({ q: "kufr asad" })),
    choices: catalogueChoices(as(visitor)),
    coursesOfProgrammes: withCourses(
      as(w.coordinator),
      programmeList(as(w.coordinator), gate.reach(as(w.coordinator), "programmes.read")),
    ).map((p) => [p.code, p.courses]),
    modulesTaught: [...coursesByModule(as(w.coordinator))].filter(([, courses]) => courses > 0).sort(),
    coursesOfPeople: peopleSeen(as(w.coordinator), { q: null, programme: null, after: null }).people.map(
      (p) => [p.id, p.courses],
    ),
    person: registrationsOf(as(w.coordinator), personId),
    modulesCompleted: personSeen(as(w.coordinator), personId)?.ledger,
    trained: personSeen(as(w.coordinator), w.trainer.personId!)?.trains,
    trainers: trainersSeen(as(w.coordinator), { q: null }),
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
      catalogue(as(visitor), catalogueSchema.parse({ q: "kufr asad" })).courses.map((c) => c.slug),
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
