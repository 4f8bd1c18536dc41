import { afterAll, describe, expect, it } from "vitest";
import { sendDueMail } from "../../app/_server/outbox";
import { calendarEntries } from "../../app/_words/calendar";
import { courseCard, courseInWords } from "../../app/_words/course";
import { participantList } from "../../app/_words/participantList";
import { signInSheet } from "../../app/_words/signInSheet";
import { timetablePaper } from "../../app/_words/timetablePaper";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { system, visitor } from "../../lib/access/table";
import { contextOf } from "../../lib/acts/context";
import {
  askToDecide,
  confirmCourse,
  createCourse,
  editCourse,
  setCourseState,
} from "../../lib/courses/commands";
import { catalogue, courseTable, publicCourse } from "../../lib/courses/queries";
import { isTentative } from "../../lib/courses/rules";
import { courseEditSchema, courseSchema } from "../../lib/courses/schema";
import { publicEvents } from "../../lib/feeds/queries";
import { factsOf } from "../../lib/messages/rules";
import { courseSessions, planIssues } from "../../lib/timetable/queries";
import { todayFor } from "../../lib/today/queries";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { mailServer } from "../support/mail";
import { courseForm, fault, now, opened, registered, value, world } from "../support/world";

freshDatabase();
const server = await mailServer();
afterAll(server.close);
process.env.SMTP_URL = server.url;
process.env.PUBLIC_URL = "https://cascade.example.org";
process.env.MAIL_FROM = "Cascade <cascade@mail.example.org>";
process.env.CASCADE_NOW = new Date(Date.parse("2027-02-03T09:00:00Z")).toISOString();

const w = world();
sqlite().prepare("UPDATE persons SET email = 'samar@example.org' WHERE id = ?").run(w.coordinator.personId);
const day = (said: string) => Date.parse(`${said}T09:00:00Z`);
const tentative = (more: Record<string, unknown> = {}) =>
  opened(w, { minimumPeople: "2", decideBy: "2027-02-01", ...more });
const row = (courseId: number) =>
  sqlite()
    .prepare("SELECT state, decide_by AS decideBy, confirmed_at AS confirmedAt FROM courses WHERE id = ?")
    .get(courseId) as { state: "open"; decideBy: string; confirmedAt: number | null };
/** What calendars say of its sessions. */
const statesOf = (slug: string) => {
  const states = publicEvents(as(w.coordinator), gate.publicCourse(as(w.coordinator), slug)!, {}).map(
    ({ state }) => state,
  );
  expect(states.length).toBeGreaterThan(0);
  return states;
};
const asked = (at: string) => {
  const cx = as(w.coordinator, day(at));
  return todayFor(cx, gate.reach(cx, "today.read"), at)
    .awaits.filter(({ kind }) => kind === "go")
    .map((item) => ("course" in item && item.course && "id" in item.course ? item.course.id : 0));
};
const arrived = async () => {
  await sendDueMail();
  return server.arrived.splice(0).map((mail) => ({ to: mail.to, text: mail.text, subject: mail.subject }));
};

describe("a course that takes place only from so many people", () => {
  const { courseId, slug } = tentative();
  it("asks for both, within its places and before its first day", () => {
    const said = (more: Record<string, unknown>) =>
      courseSchema.safeParse(courseForm(w, more)).error?.issues.map(({ path }) => path.join("."));
    expect(said({ minimumPeople: "2" })).toEqual(["decideBy"]);
    expect(said({ minimumPeople: "21", decideBy: "2027-02-01" })).toEqual(["minimumPeople"]);
    expect(said({ minimumPeople: "2", decideBy: "2027-02-08" })).toEqual(["decideBy"]);
  });
  it("is not decided on a day that is over, in a new plan or another; undecided after its day it stays on Today", () => {
    const at = as(w.coordinator, day("2027-02-01"));
    const dates = { startsOn: "2027-05-02", endsOn: "2027-05-06", minimumPeople: "2" };
    const past = { ...dates, decideBy: "2027-01-31" };
    const wrong = { decideBy: { code: "answerByPast" } };
    expect(fault(createCourse(at, courseSchema.parse(courseForm(w, past)))).fields).toMatchObject(wrong);
    const course = tentative({ ...dates, decideBy: "2027-02-01" });
    const edit = (more: Record<string, unknown>, cx = at) => {
      const { version } = sqlite()
        .prepare("SELECT version FROM courses WHERE id = ?")
        .get(course.courseId) as {
        version: number;
      };
      const plan = { ...dates, courseId: String(course.courseId), version: String(version), ...more };
      return editCourse(cx, courseEditSchema.parse(courseForm(w, plan)));
    };
    expect(fault(edit({ decideBy: "2027-01-31" })).fields).toMatchObject(wrong);
    // The day that it has stays, also once it is over.
    value(edit({ decideBy: "2027-02-01", capacity: "19" }, as(w.coordinator, day("2027-03-01"))));
    expect(asked("2027-03-01")).toContain(course.courseId);
    value(confirmCourse(at, { courseId: course.courseId }));
  });
  it("does not claim that it takes place: to whoever gets a place, and in calendars", async () => {
    await registered(slug, { email: "hana@example.org" });
    const [mail] = await arrived();
    expect(mail).toMatchObject({ to: "hana@example.org" });
    expect(mail!.text).toContain("Not certain yet. It will be confirmed by: Monday 1 February");
    expect(isTentative(row(courseId))).toBe(true);
    expect(statesOf(slug).every((state) => state === "tentative")).toBe(true);
    const course = publicCourse(as(visitor), slug)!;
    // So does the picture beside its link, as previews show that first.
    for (const [locale, word] of [
      ["en", "Not certain yet"],
      ["fr", "Pas encore certaine"],
      ["ar", "غير مؤكّد"],
    ] as const)
      expect(courseCard(course, courseInWords(course, "2027-01-20", locale), locale).over).toContain(word);
    const [event] = calendarEntries(publicEvents(as(visitor), course, {}), "fr");
    expect(event!.description).toContain("Pas encore certain");
    // Nor on paper, in no language.
    for (const [language, word] of [
      ["en", "Not certain yet"],
      ["fr", "Pas encore certain"],
      ["ar", "غير مؤكّد"],
    ] as const) {
      const sessions = courseSessions(as(w.coordinator), course);
      for (const paper of [
        timetablePaper(course, sessions, [5, 6], language),
        signInSheet(course, [], sessions, language),
        participantList(course, { contacts: "none", people: [] }, language),
      ])
        expect(paper.lines.join()).toContain(word);
    }
    expect(timetablePaper({ ...course, confirmedAt: now }, [], [5, 6], "en").lines.join()).not.toContain(
      "certain",
    );
    const { open } = planIssues(
      as(w.coordinator),
      gate.course(as(w.coordinator), "timetable.edit", courseId),
    );
    expect(open).toContainEqual(expect.objectContaining({ kind: "too_few", people: 1, minimum: 2 }));
    // What trainers are told says it as well.
    for (const kind of ["trainingGiven", "trainingMoved", "trainerAsked", "trainerChased"] as const)
      expect(factsOf[kind]).toContain("decideBy");
  });
  it("is asked about on its day, on Today and by mail, once however often and late", async () => {
    const ask = (at: string) => value(askToDecide(contextOf(system, day(at))));
    expect([ask("2027-01-31"), asked("2027-01-31")]).toEqual([0, []]);
    expect(await arrived()).toEqual([]);
    expect([ask("2027-02-02"), ask("2027-02-02"), ask("2027-02-03")]).toEqual([1, 0, 0]);
    expect(asked("2027-02-02")).toEqual([courseId]);
    const mails = await arrived();
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ to: "samar@example.org" });
    expect(mails[0]!.text).toMatch(/place: 1\. Minimum: 2\..*\/desk\/courses\/\d+#decide/s);
  });
  it("is confirmed: whoever has a place is told, and nothing is asked any more", async () => {
    value(confirmCourse(as(w.coordinator, day("2027-02-02")), { courseId }));
    expect(isTentative(row(courseId))).toBe(false);
    expect(asked("2027-02-02")).toEqual([]);
    const mails = await arrived();
    expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
      ["hana@example.org", expect.stringContaining("takes place")],
    ]);
    expect(mails[0]!.text).not.toContain("Not certain");
    expect(statesOf(slug).every((state) => state === "planned")).toBe(true);
    expect(fault(confirmCourse(as(w.coordinator, now), { courseId })).code).toBe("notTentative");
    expect(value(askToDecide(contextOf(system, day("2027-02-05"))))).toBe(0);
  });
  it("is told once to whoever has a place and trains in it where its plan made it uncertain since", async () => {
    const dates = { startsOn: "2027-04-11", endsOn: "2027-04-15" };
    const certain = opened(w, dates);
    await registered(certain.slug, { email: "lina@example.org" });
    await arrived();
    const edit = (more: Record<string, unknown>) => {
      const { version } = sqlite()
        .prepare("SELECT version FROM courses WHERE id = ?")
        .get(certain.courseId) as { version: number };
      const asks = { ...dates, ...more, courseId: String(certain.courseId), version: String(version) };
      value(editCourse(as(w.coordinator, day("2027-02-01")), courseEditSchema.parse(courseForm(w, asks))));
    };
    const words = () =>
      courseInWords(publicCourse(as(w.participant), certain.slug)!, "2027-02-01", "en").standing;
    expect(words()).toBeNull();
    edit({ minimumPeople: "2", decideBy: "2027-04-01" });
    const mails = await arrived();
    expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
      ["lina@example.org", expect.stringContaining("not certain yet")],
    ]);
    expect(mails[0]!.text).toMatch(/no longer certain.*Thursday 1 April/s);
    expect(
      sqlite().prepare("SELECT count(*) FROM notices WHERE message = 'trainingConfirmed'").pluck().get(),
    ).toBeGreaterThan(0);
    expect(words()).toContain("Not certain yet");
    edit({ minimumPeople: "3", decideBy: "2027-04-01" });
    expect(await arrived()).toEqual([]);
    // Without a minimum it takes place in any case, which those hear who heard that it may not.
    edit({ minimumPeople: "", decideBy: "" });
    expect((await arrived()).map(({ to, subject }) => [to, subject])).toEqual([
      ["lina@example.org", expect.stringContaining("takes place")],
    ]);
    edit({ minimumPeople: "", decideBy: "" });
    expect(await arrived()).toEqual([]);
  });
  it("is not cancelled by whoever read that it is not certain, once a colleague has confirmed it", () => {
    const { courseId: id } = tentative({
      startsOn: "2027-05-02",
      endsOn: "2027-05-06",
      decideBy: "2027-02-02",
    });
    const cx = as(w.coordinator, day("2027-02-03"));
    const change = { courseId: id, from: "open" as const, to: "cancelled" as const, reason: "Too few" };
    value(confirmCourse(cx, { courseId: id }));
    expect(fault(setCourseState(cx, { ...change, tentative: "yes" })).code).toBe("stale");
    expect(row(id).state).toBe("open");
    value(setCourseState(cx, { ...change, tentative: "no" }));
    expect(row(id).state).toBe("cancelled");
  });
  it("is not cancelled by whoever read that it is to come, once its first day is there", () => {
    const { courseId: id } = tentative({
      startsOn: "2027-05-09",
      endsOn: "2027-05-13",
      decideBy: "2027-02-02",
    });
    const change = { courseId: id, from: "open" as const, to: "cancelled" as const, reason: "Too few" };
    const coordinator = (on: string) => as(w.coordinator, day(on));
    expect(fault(setCourseState(coordinator("2027-05-09"), { ...change, begun: "no" })).code).toBe(
      "cancelBegun",
    );
    expect(fault(setCourseState(coordinator("2027-06-01"), { ...change, begun: "no" })).code).toBe(
      "cancelBegun",
    );
    expect(row(id).state).toBe("open");
    value(setCourseState(coordinator("2027-05-09"), { ...change, begun: "yes" }));
    expect(row(id).state).toBe("cancelled");
  });
  it("or cancelled with a reason, which they are told, and its sessions are cancelled in calendars", async () => {
    const other = tentative({ startsOn: "2027-03-14", endsOn: "2027-03-18", decideBy: "2027-02-02" });
    await registered(other.slug, { email: "omar@example.org" });
    await arrived();
    const reason = "Too few people";
    const change = { courseId: other.courseId, from: "open" as const, to: "cancelled" as const, reason };
    value(setCourseState(as(w.coordinator, day("2027-02-03")), change));
    const mails = await arrived();
    expect(mails.map(({ to }) => to)).toEqual(["omar@example.org"]);
    expect(mails[0]!.text).toContain(reason);
    expect(statesOf(other.slug).every((state) => state === "cancelled")).toBe(true);
    expect(asked("2027-03-02")).toEqual([]);
  });
});

describe("a course that is not certain yet", () => {
  it("is marked so in the lists of the desk and of the public, and in the mail about an application", async () => {
    const { courseId, slug } = tentative({
      startsOn: "2027-05-02",
      endsOn: "2027-05-06",
      admission: "selection",
    });
    const cx = as(w.coordinator, now);
    const listed = courseTable(cx, gate.reach(cx, "course.read"), {
      ...{
        state: null,
        due: false,
        programme: null,
        kind: null,
        country: null,
        tool: null,
        before: null,
        q: null,
      },
    }).courses.find(({ id }) => id === courseId)!;
    expect(isTentative(listed)).toBe(true);
    const open = catalogue(contextOf(system, now), {} as never).courses.find(({ id }) => id === courseId)!;
    expect(isTentative(open)).toBe(true);
    await registered(slug, { email: "applies@example.org" });
    const mail = (await arrived()).find(({ to }) => to === "applies@example.org");
    expect(mail?.text).toContain("Not certain yet. It will be confirmed by: Monday 1 February");
  });
});
