import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { system } from "../../lib/access/table";
import { contextOf } from "../../lib/acts/context";
import { registerList } from "../../lib/admission/commands";
import { cascadeList } from "../../lib/cascade/queries";
import { ever } from "../../lib/cascade/rules/period";
import { setCourseState } from "../../lib/courses/commands";
import { programmeNumbers } from "../../lib/programmes/queries";
import { peopleIn, together } from "../../lib/records/rules/numbers";
import { countBySex } from "../../lib/registrations/commands";
import { registerListSchema } from "../../lib/registrations/schema";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { freshDatabase } from "../support/database";
import { readAndSent, sent } from "../support/peopleList";
import { recordedWorkshop } from "../support/recordedWorkshop";
import { statementsThat } from "../support/statements";
import { ended, opened, registered, value, viewer, world } from "../support/world";

freshDatabase();
const w = { ...world() };
const { issued, running } = coursesToCertify(w);
const first = await issued("tot");
const teacher = first.people[0]!.personId;
sqlite()
  .prepare("INSERT INTO programme_members (programme_id, person_id, role, since) VALUES (?, ?, 'trainer', 0)")
  .run(w.programmeId, teacher);
w.trainerIds = [teacher];
w.trainer = viewer(teacher, { trains: [w.programmeId] });

const sexes = (women: number, men: number, others = 0) => [
  ...Array<string>(women).fill("woman"),
  ...Array<string>(men).fill("man"),
  ...Array<string>(others).fill("undisclosed"),
];
let named = 0;
/** A workshop to which people of these sexes came, on its last evening. */
async function workshop(all: readonly string[]) {
  const course = await running(
    "user",
    all.map((sex) => ({ name: `Somebody ${++named}`, sex })),
  );
  for (const i of course.people.keys()) course.mark(i, "present", "last");
  const evening = course.at(course.endsOn, "22:00");
  return { ...course, evening, end: () => value(ended(w.coordinator, course.courseId, evening)) };
}
const kept = (courseId: number) =>
  sqlite().prepare("SELECT women, men FROM came_by_sex WHERE course_id = ?").get(courseId) as
    | { women: number; men: number }
    | undefined;
const sum = (at: number) => {
  const cx = as(w.coordinator, at);
  const any = { programme: null, country: null, toolId: null, year: null };
  return cascadeList(cx, gate.reach(cx, "cascade.read"), any, ever, null).sum.attendedBySex;
};

const onProgrammePage = () => {
  const cx = as(w.coordinator, many.evening);
  return programmeNumbers(cx, gate.programme(cx, "programmes.read", w.programmeId), many.endsOn);
};

const many = await workshop(sexes(4, 2, 1));
const few = await workshop(sexes(3, 1, 2));

/** Lets the workshop of many go on again that had ended. */
const goesOn = () =>
  value(
    setCourseState(as(w.coordinator, many.evening), {
      ...{ courseId: many.courseId, from: "closed", to: "running", reason: "Ended too early" },
    }),
  );

describe("women among those who came to a workshop", () => {
  it("are counted from what is sealed as it ends, and not while it goes on", () => {
    expect(kept(many.courseId)).toBeUndefined();
    expect(sum(many.evening)).toEqual({ women: 0, men: 0, unknown: 13 });
    many.end();
    expect(kept(many.courseId)).toEqual({ women: 4, men: 2 });
    expect(sum(many.evening)).toEqual({ women: 4, men: 2, unknown: 7 });
    // Their programme's own page says the same, with those of whom it is not known.
    const { quarters, reachedByName } = onProgrammePage();
    const said = [...quarters.quarters.map(({ reached }) => reached), quarters.before].reduce(together);
    expect(said).toMatchObject({ women: 4, men: 2 });
    expect(peopleIn(said)).toBe(reachedByName);
  });
  it("are not kept, and in no sum, where fewer than five said their sex", () => {
    few.end();
    expect(kept(few.courseId)).toEqual({ women: 0, men: 0 });
    expect(sum(few.evening)).toEqual({ women: 4, men: 2, unknown: 7 });
  });
  it("leave no trace in the log of who reads answers, for nobody did", () => {
    const { count } = sqlite()
      .prepare("SELECT count(*) AS count FROM audit_log WHERE action = 'person.facts-read'")
      .get() as { count: number };
    expect(count).toBe(0);
  });
  it("are counted anew where a mark is corrected", () => {
    many.mark(0, "absent", "all", many.evening);
    expect(kept(many.courseId)).toEqual({ women: 3, men: 2 });
    many.mark(0, "present", "all", many.evening);
    expect(kept(many.courseId)).toEqual({ women: 4, men: 2 });
  });
  it("are counted anew where somebody answers otherwise later, or would rather not say it", async () => {
    const says = async (sex: string) => {
      const other = opened(w, { kind: "user", startsOn: "2027-09-05", endsOn: "2027-09-09" });
      const me = viewer(few.people[4]!.personId);
      value(await registered(other.slug, { who: "self", sex }, undefined, me));
    };
    await says("woman");
    expect(kept(few.courseId)).toEqual({ women: 4, men: 1 });
    await says("undisclosed");
    expect(kept(few.courseId)).toEqual({ women: 0, men: 0 });
  });
  it("are nobody of whom no agreement to totals is kept", () => {
    const [one] = many.people;
    const agree = (at: number | null) =>
      sqlite()
        .prepare("UPDATE registrations SET source = 'coordinator', consent_at = ? WHERE id = ?")
        .run(at, one!.id);
    agree(null);
    many.mark(6, "absent", "last", many.evening);
    expect(kept(many.courseId)).toEqual({ women: 3, men: 2 });
    agree(many.evening);
    many.mark(6, "present", "last", many.evening);
    expect(kept(many.courseId)).toEqual({ women: 4, men: 2 });
  });
  it("are counted anew once where a list says it of many, in all workshops that they came to", async () => {
    const untold = ["Aya", "Basma", "Carim", "Dalal", "Elham", "Fadi"].map((name, i) => ({
      ...{ name: `${name} Sabbagh`, phone: `07955512${String(i).padStart(2, "0")}` },
    }));
    const past: number[] = [];
    for (let nth = 0; nth < 2; nth++) {
      const course = await running("user", untold);
      for (const i of course.people.keys()) course.mark(i, "present", "all");
      // By the public page each of them is somebody new the second time; here they are known.
      sqlite()
        .prepare(
          `UPDATE registrations SET person_id = (SELECT o.person_id FROM registrations o
           WHERE o.course_id = ? AND o.number = registrations.number) WHERE course_id = ?`,
        )
        .run(past[0] ?? course.courseId, course.courseId);
      value(ended(w.coordinator, course.courseId, course.at(course.endsOn, "22:00")));
      past.push(course.courseId);
    }
    expect(past.map(kept)).toEqual([
      { women: 0, men: 0 },
      { women: 0, men: 0 },
    ]);
    const next = opened(w, { kind: "user", startsOn: "2027-10-03", endsOn: "2027-10-07" });
    const list = untold.map(({ name, phone }) => `${name}, ${phone}, ${/^[CF]/.test(name) ? "M" : "F"}`);
    const cx = as(w.coordinator, Date.parse("2027-09-01T08:00:00Z"));
    const counts = statementsThat(/^insert into "came_by_sex"/, () =>
      readAndSent(
        (form) => registerList(cx, registerListSchema.parse(form)),
        sent(next.courseId, list.join("\n")),
      ),
    );
    expect(past.map(kept)).toEqual([
      { women: 4, men: 2 },
      { women: 4, men: 2 },
    ]);
    expect(counts).toBe(1);
    // Nothing is taken out of where nothing is kept, however many marks a course that goes on gets.
    const going = await workshop(sexes(1, 1));
    const taken = statementsThat(/^delete from "came_by_sex"/, () => going.mark(0, "late", "all"));
    expect(taken).toBe(0);
  });
  it("are within the sums of a programme as of unknown sex, where a record speaks of fewer than five people", () => {
    const recorded = recordedWorkshop(w, teacher);
    const says = sqlite().prepare("UPDATE headcounts SET count = ? WHERE course_id = ? AND grouping = ?");
    for (const [grouping, count] of Object.entries({ total: 3, woman: 3, man: 0 }))
      says.run(count, recorded, grouping);
    expect(onProgrammePage().quarters.undated).toEqual({ women: 0, men: 0, unknown: 3 });
    says.run(5, recorded, "total");
    expect(onProgrammePage().quarters.undated).toEqual({ women: 3, men: 0, unknown: 2 });
  });
  it("are forgotten where the workshop goes on again", () => {
    goesOn();
    expect(kept(many.courseId)).toBeUndefined();
    many.end();
    expect(kept(many.courseId)).toEqual({ women: 4, men: 2 });
  });
  it("are counted by the process of what ended before they were, once and the same twice", () => {
    const all = () => sqlite().prepare("SELECT * FROM came_by_sex ORDER BY course_id").all();
    const before = all();
    expect(before.length).toBe(4);
    sqlite().prepare("DELETE FROM came_by_sex").run();
    const cx = () => contextOf(system, many.evening);
    expect(countBySex(cx())).toBe(false);
    expect(all()).toEqual(before);
    expect(countBySex(cx())).toBe(false);
    expect(all()).toEqual(before);
  });
  it("are unknown where an answer does not open, and the workshop ends all the same", () => {
    const sealed = sqlite()
      .prepare("SELECT sealed FROM sensitive_facts WHERE person_id = ?")
      .get(many.people[0]!.personId) as { sealed: Buffer };
    const put = (value: Buffer) =>
      sqlite()
        .prepare("UPDATE sensitive_facts SET sealed = ? WHERE person_id = ?")
        .run(value, many.people[0]!.personId);
    put(Buffer.from("damaged"));
    many.mark(6, "absent", "last", many.evening);
    expect(kept(many.courseId)).toEqual({ women: 3, men: 2 });
    goesOn();
    many.end();
    expect(kept(many.courseId)).toEqual({ women: 3, men: 2 });
    put(sealed.sealed);
  });
});
