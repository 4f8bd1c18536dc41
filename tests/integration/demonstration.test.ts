import { beforeAll, describe, expect, it } from "vitest";
import { read, sqlite } from "../../db/client";
import { courses } from "../../db/schema";
import { system, visitor } from "../../lib/access/table";
import { viewerOf } from "../../lib/access/viewer";
import { signIn } from "../../lib/accounts/commands";
import { demoSignIn } from "../../lib/accounts/queries";
import { demonstrationPassword } from "../../lib/accounts/rules/passwords";
import { signInSchema } from "../../lib/accounts/schema";
import { gather } from "../../lib/cascade/gather";
import { forestOf } from "../../lib/cascade/rules/forest";
import { catalogue } from "../../lib/courses/queries";
import { catalogueSchema } from "../../lib/courses/schema";
import { recount } from "../../lib/due/recount";
import { waysToJudge } from "../../lib/stages/judge";
import { stageOf } from "../../lib/stages/rules/stage";
import { dayAt } from "../../lib/time/zone";
import { loadDemo } from "../../scripts/demo/load";
import { as } from "../support/as";
import { completionOf } from "../support/asked";
import { freshDatabase } from "../support/database";
import { firstSteps, personsToTell, todayFor } from "../support/desk";
import { now, value } from "../support/world";

freshDatabase();
/** What the story left, before anybody did anything with it. */
let left = { last: 0, attempts: 0 };
beforeAll(async () => {
  await loadDemo(now);
  left = sqlite()
    .prepare("SELECT (SELECT max(at) FROM audit_log) AS last, (SELECT count(*) FROM attempts) AS attempts")
    .get() as typeof left;
});

const today = new Date(now).toISOString().slice(0, 10);
const all = () => read().select().from(courses).all();
const of = (slug: string) => all().find((course) => course.slug === slug)!;
const rows = (query: string, ...given: unknown[]) =>
  sqlite()
    .prepare(query)
    .all(...given) as Record<string, unknown>[];
const count = (query: string, ...given: unknown[]) =>
  (
    sqlite()
      .prepare(`SELECT count(*) AS n FROM ${query}`)
      .get(...given) as { n: number }
  ).n;

describe("the real courses", () => {
  it("are there with exactly what is known of their days", () => {
    for (const [slug, startsOn, endsOn, kind] of [
      ["tot-tshikapa-2022", "2022-12-12", "2022-12-23", "tot"],
      ["user-beirut-2022", "2022-12-05", "2022-12-08", "user"],
      ["tot-bertoua-2022", "2022-11-14", "2022-11-24", "tot"],
    ])
      expect(of(slug!)).toMatchObject({ startsOn, endsOn, kind, fictional: true, countedBy: "people" });
    expect(of("osh-jordan-2022")).toMatchObject({
      startsOn: null,
      year: 2022,
      fictional: true,
      state: "closed",
    });
    for (const slug of [
      "tot-kenya-2022",
      "user-jordan-representatives",
      "tot-online-jordan-2020",
      "tot-palestine-service-providers",
    ])
      expect(of(slug)).toMatchObject({
        countedBy: "numbers",
        startsOn: null,
        fictional: false,
        state: "closed",
      });
  });
  it("hold as many people as came, and none where only numbers are known", () => {
    const people = (slug: string) => count("registrations WHERE course_id = ?", of(slug).id);
    expect(people("tot-tshikapa-2022")).toBe(20);
    expect(people("user-beirut-2022")).toBe(26);
    expect(
      count(
        "(SELECT DISTINCT p.organisation_id FROM registrations r JOIN persons p ON p.id = r.person_id WHERE course_id = ?)",
        of("user-beirut-2022").id,
      ),
    ).toBe(9);
    const byNumbers = all().filter(({ countedBy }) => countedBy === "numbers");
    expect(byNumbers.length).toBe(12);
    for (const course of byNumbers) expect(people(course.slug), course.slug).toBe(0);
    expect(count("persons WHERE NOT fictional")).toBe(0);
  });
  it("carry their numbers, each with what it rests on", () => {
    const numbers = rows(
      "SELECT slug, measure, grouping, count, source FROM headcounts JOIN courses c ON c.id = course_id",
    ).map((row) => Object.values(row).join(" "));
    expect(numbers).toEqual(
      expect.arrayContaining([
        "tot-tshikapa-2022 enrolled total 20 published",
        "tot-tshikapa-2022 enrolled woman 4 published",
        "user-beirut-2022 attended total 26 published",
        "tot-kenya-2022 attended total 24 document",
        "user-jordan-representatives attended total 63 document",
        "tot-online-jordan-2020 enrolled total 32 document",
        "tot-online-jordan-2020 completed total 31 published",
        "tot-palestine-service-providers attended total 30 published",
        "tot-soubre-2023 attended total 25 published",
      ]),
    );
    expect(of("tot-palestine-service-providers").description).toMatchObject({
      en: expect.stringContaining("coop"),
      fr: expect.stringContaining("coop"),
      ar: expect.stringContaining("تعاونيات"),
    });
  });
});

describe("the accounts", () => {
  it.each([
    ["admin@cascade.example", "administrator", []],
    ["coordinator@cascade.example", "coordinator", ["Be the Impact", "Land and Rights", "PROSPECTS"]],
    ["coordinateur@cascade.example", "coordinator", ["Central Africa"]],
    ["trainer@cascade.example", "trainer", ["Be the Impact", "PROSPECTS"]],
    ["+962 79 123 4567", "participant", []],
  ])("%s signs in as %s", async (identifier, role, codes) => {
    const input = signInSchema.parse({ identifier, password: demonstrationPassword });
    const { accountId } = value(await signIn(as(visitor, now), input, "192.0.2.1"));
    const viewer = viewerOf(as(visitor, now), accountId);
    expect(viewer.administrator).toBe(role === "administrator");
    const held = role === "coordinator" ? viewer.coordinates : viewer.trains;
    expect([...viewer.coordinates, ...viewer.trains].sort()).toEqual([...held].sort());
    expect(held.map((id) => rows("SELECT code FROM programmes WHERE id = ?", id)[0]!.code).sort()).toEqual(
      codes,
    );
  });
  it("stand on the page to sign in, in the order of the README", () => {
    expect(demoSignIn(as(visitor, now))).toEqual([
      { identifier: "admin@cascade.example", role: "administrator" },
      { identifier: "coordinator@cascade.example", role: "coordinator" },
      { identifier: "coordinateur@cascade.example", role: "coordinator" },
      { identifier: "trainer@cascade.example", role: "trainer" },
      { identifier: "+962791234567", role: "participant" },
    ]);
  });
});

describe("the story", () => {
  it("teaches one course in two groups, side by side on one day, each with its people, trainer and room", () => {
    const groups = sqlite()
      .prepare(
        `SELECT g.name, (SELECT count(*) FROM registrations r WHERE r.group_id = g.id) AS people,
          (SELECT count(*) FROM sessions s WHERE s.group_id = g.id) AS sessions FROM course_groups g ORDER BY g.id`,
      )
      .all();
    expect(groups).toEqual([
      { name: "Group A", people: 8, sessions: 3 },
      { name: "Group B", people: 8, sessions: 3 },
    ]);
    const beside = sqlite()
      .prepare(
        `SELECT count(*) FROM sessions a JOIN sessions b ON b.course_id = a.course_id AND b.group_id > a.group_id
          AND b.start_instant = a.start_instant AND b.room_id <> a.room_id`,
      )
      .pluck()
      .get();
    expect(beside).toBe(3);
  });
  it("has a course that two programmes pay for, a session online, one interpreted, and a plan that is overdue", () => {
    expect(count("course_shares WHERE course_id = ?", of("tot-ramallah-demo").id)).toBe(1);
    const nairobi = of("tot-nairobi-demo").id;
    expect(count("sessions WHERE course_id = ? AND online AND link IS NOT NULL", nairobi)).toBe(1);
    expect(count("sessions WHERE course_id = ? AND interpreter IS NOT NULL", nairobi)).toBe(1);
    expect(count("plan_chases WHERE tool_id IS NOT NULL")).toBe(1);
  });
  it("is over: nobody is still to be told anything, and nothing was done today", () => {
    expect(count("jobs")).toBe(0);
    expect(count("notices WHERE told_at IS NULL")).toBe(0);
    expect(personsToTell(as(system, now))).toEqual([]);
    for (const zone of ["UTC", "Asia/Amman", "Asia/Hebron"])
      expect(dayAt(left.last, zone) < dayAt(now, zone), zone).toBe(true);
    expect(left.attempts).toBe(0);
    expect(count("registrations WHERE address_key IS NOT NULL")).toBe(0);
  });
  it("ends each invented course on the day of its last session", () => {
    const ends = rows(
      "SELECT ends_on, (SELECT max(day) FROM sessions WHERE course_id = courses.id) AS last FROM courses WHERE slug LIKE '%-demo'",
    ).filter(({ last }) => last !== null);
    expect(ends.length).toBeGreaterThan(5);
    for (const { ends_on, last } of ends) expect(ends_on).toBe(last);
  });
  it("leaves due what a recount finds due", () => {
    const due = () => rows("SELECT * FROM due ORDER BY id");
    const before = due();
    expect(before.length).toBeGreaterThan(0);
    for (const { id } of all()) recount(as(system, now), id);
    expect(due()).toEqual(before);
  });
  it("has something to decide, to teach, to certify and to join", () => {
    const { awaits, approvals } = todayFor(as(system, now), today);
    const kinds = awaits.map((a) => a.kind);
    for (const kind of ["decide", "roll", "certify", "draft"]) expect(kinds).toContain(kind);
    // The rolls of a course and a day are one thing to do, by the names of its sessions.
    const rolls = awaits.flatMap((item) => (item.kind === "roll" ? [item.sessions] : []));
    const days = rolls.map(([{ day, courseId }]) => `${day} ${courseId}`);
    expect(new Set(days).size).toBe(days.length);
    expect(approvals.map((workshop) => workshop.place.en)).toEqual(["Kufr Asad"]);
    expect(firstSteps(as(system))).toEqual([]);
    const open = catalogue(as(visitor, now), catalogueSchema.parse({})).courses.filter(
      (c) => c.state === "open",
    );
    expect(open.length).toBeGreaterThan(3);
    expect(open.some((c) => c.admission === "first_come" && c.placesLeft === 0 && c.waiting > 0)).toBe(true);
    const completion = completionOf(as(system), of("user-bertoua-demo").id)!;
    expect(completion.ready.length).toBeGreaterThan(10);
    expect(completion.notYet.length).toBeGreaterThan(0);
  });
  it("has certificates that stand, one that was taken back, and a certification that has run out", () => {
    expect(count("certificates WHERE kind = 'participation' AND revoked_at IS NULL")).toBeGreaterThan(50);
    const inPlaceOf = "SELECT 1 FROM certificates n WHERE n.replaces_id = c.id";
    expect(count(`certificates c WHERE revoked_at IS NOT NULL AND NOT EXISTS (${inPlaceOf})`)).toBe(1);
    const expiry = rows(
      `SELECT expires_on FROM certificates c WHERE kind = 'trainer_certification' AND NOT EXISTS (${inPlaceOf})`,
    );
    expect(expiry.map((row) => String(row.expires_on) < today).sort()).toEqual([false, false, true]);
  });
  it("teaches in the course that runs today, and has taken the rolls before but one", () => {
    const held = rows(
      "SELECT s.day, (SELECT count(*) FROM attendance a WHERE a.session_id = s.id) AS marks FROM sessions s WHERE course_id = ? AND end_instant < ? ORDER BY start_instant",
      of("tot-ramallah-demo").id,
      now,
    );
    expect(
      count("sessions WHERE course_id = ? AND day = ?", of("tot-ramallah-demo").id, today),
    ).toBeGreaterThan(0);
    expect(held.map(({ marks }) => marks)).toEqual([...held.slice(1).map(() => 40), 0]);
  });
});

describe("the way of one trainer, told with a clock", () => {
  const her = () =>
    rows("SELECT person_id AS id FROM stage_events WHERE kind = 'master_approved'")[0]!.id as number;
  it("leads from the training of trainers of 2022 over every stage to master trainer", () => {
    const cx = as(system, now);
    const way = waysToJudge(cx, [her()]).find(({ history }) =>
      history.some(({ kind }) => kind === "master_approved"),
    );
    const on = (day: string) => stageOf(way!.history, way!.gates, day, way!.first)?.stage;
    expect(
      [
        ...["2022-12-24", "2023-03-01", "2023-06-10", "2023-07-03", "2025-07-03", "2025-07-04"],
        ...["2025-09-01", "2025-12-01", today],
      ].map(on),
    ).toEqual([
      ...["candidate", "practising", "recommended", "certified", "certified", "lapsed"],
      ...["renewed", "master_candidate", "master_trainer"],
    ]);
    expect(count("stage_events WHERE person_id = ? AND exception = 1", her())).toBe(0);
  });
  it("is decided by two people, neither of them her, and what was observed is signed by both", () => {
    const by = Object.fromEntries(
      rows("SELECT kind, entered_by AS one FROM stage_events WHERE person_id = ?", her()).map((row) => [
        row.kind,
        row.one,
      ]),
    );
    expect(by.signed).toBe(her());
    expect(by.observation).not.toBe(her());
    expect(new Set([by.recommended, by.approved, her()]).size).toBe(3);
  });
});

describe("the cascade of each real training of trainers", () => {
  it.each(["tot-tshikapa-2022", "tot-bertoua-2022"])("of %s has three generations", (slug) => {
    const cx = as(system, now);
    const gathered = gather(cx, "all", [of(slug).id]);
    const { places } = forestOf(gathered.known, [of(slug).id], null);
    const kindOf = (id: number) => all().find((course) => course.id === id)!.kind;
    for (const generation of [1, 2, 3])
      for (const kind of ["tot", "user"])
        expect(
          places.some((place) => place.generation === generation && kindOf(place.courseId) === kind),
          `${generation} ${kind}`,
        ).toBe(true);
  });
});
