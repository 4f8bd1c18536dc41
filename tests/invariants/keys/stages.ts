import { sqlite } from "../../../db/client";
import { courses } from "../../../db/schema";
import { recogniseLearning } from "../../../lib/stages/commands";
import { ownGates, pointsOf } from "../../../lib/stages/rules/gates";
import { criteria } from "../../../lib/stages/rules/rubric";
import { recogniseSchema } from "../../../lib/stages/schema";
import { as } from "../../support/as";
import { transact } from "../../support/transact";
import type { Filled, TwoProgrammes } from "../../support/twoProgrammes";
import { now, value } from "../../support/world";
import { catalogue, type Row, team } from "./row";

/** The way from participant to trainer, and what was learnt elsewhere. */
export function stageRows({ w, own, foreign, roles, otherTrainers }: TwoProgrammes): Record<string, Row> {
  const person = (of: Filled) => of.open.rows[1]!.personId;
  const toolId = sqlite()
    .prepare(
      "SELECT v.tool_id FROM modules m JOIN tool_versions v ON v.id = m.tool_version_id WHERE m.id = ?",
    )
    .pluck()
    .get(w.moduleIds[0]) as number;
  const planned = {
    "workshops.0.toolId": String(toolId),
    "workshops.0.day": "2027-03-20",
    "workshops.0.place": "Irbid",
  };
  /** The same workshop with the own tool of a programme, which the course does not teach. */
  const ofTool = (of: Filled) => ({ "workshops.0.toolId": String(of.tool.toolId) });
  const recognition = new Map<number, number>();
  /** The address in the public register of a trainer of this programme. */
  const addresses = new Map(
    [own, foreign].map((of) => {
      const { personId } = of.closed.rows[2] ?? of.open.rows[0]!;
      sqlite()
        .prepare(
          "INSERT OR REPLACE INTO standings (person_id, tool_id, programme_id, stage, since, modules, valid_until, next_step, next_missing, judged_on) VALUES (?, ?, ?, 'certified', '2026-12-01', '[]', '2027-03-01', 'none', 0, '2027-01-10')",
        )
        .run(personId, toolId, of.programmeId);
      sqlite()
        .prepare(
          "INSERT INTO register_consents (person_id, address, text_version, language, given_at) VALUES (?, ?, '2026-11', 'en', 0)",
        )
        .run(personId, `trainer-${of.programmeId}`);
      return [of.programmeId, `trainer-${of.programmeId}`] as const;
    }),
  );
  const listed = (of: Filled) => addresses.get(of.programmeId)!;
  for (const [of, by] of [
    [own, w.coordinator],
    [foreign, w.stranger],
  ] as const) {
    const form = {
      personId: String(of.open.rows[2]!.personId),
      programmeId: String(of.programmeId),
      moduleIds: w.moduleIds.map(String),
      evidence: "A list of those who were there",
    };
    value(recogniseLearning(as(by), recogniseSchema.parse(form)));
    recognition.set(
      of.programmeId,
      sqlite().prepare("SELECT max(id) FROM recognised_learning").pluck().get() as number,
    );
  }
  /** Whoever completed the closed training of trainers of a programme is on its way with the tool of its modules. */
  const way = (of: Filled) => ({
    ...{ personId: String(of.closed.rows[0]!.personId), toolId: String(toolId) },
    programmeId: String(of.programmeId),
  });
  /** An observation of the trainer of each programme, who signs it. */
  const observation = new Map(
    [own, foreign].map((of) => [
      of.programmeId,
      sqlite()
        .prepare(
          "INSERT INTO stage_events (person_id, tool_id, programme_id, course_id, kind, day, rubric, entered_at) VALUES (?, ?, ?, ?, 'observation', '2027-02-09', ?, 0)",
        )
        .run(
          of.trainerId,
          toolId,
          of.programmeId,
          of.workshop.courseId,
          JSON.stringify({ points: Array(12).fill(4), strengths: "Clear", advice: "Slower" }),
        ).lastInsertRowid,
    ]),
  );
  for (const of of [own, foreign])
    sqlite()
      .prepare("INSERT OR IGNORE INTO course_trainers (course_id, person_id) VALUES (?, ?)")
      .run(of.workshop.courseId, of.closed.rows[0]!.personId);
  /** A workshop that they held, confirmed once already: confirming it again is refused to whoever may not, all the same. */
  const held = new Map(
    [own, foreign].map((of) => {
      const db = sqlite();
      const { personId } = way(of);
      const { id } = transact((tx) =>
        tx
          .insert(courses)
          .values({
            ...{ slug: `held-${of.programmeId}`, programmeId: of.programmeId, kind: "user" },
            ...{ title: { own: "en", en: "Held" }, search: "held", country: "JO", mode: "venue" },
            ...{ place: { own: "en", en: "Irbid" }, zone: "Asia/Amman", languages: ["ar"], capacity: 10 },
            ...{ startsOn: "2027-03-01", endsOn: "2027-03-02", state: "closed", minAttendance: 80 },
            ...{ microTeaching: false, signatories: [], approvedAt: 1, createdAt: 1 },
          })
          .returning({ id: courses.id })
          .get(),
      );
      db.prepare("INSERT INTO course_trainers (course_id, person_id) VALUES (?, ?)").run(id, personId);
      db.prepare("INSERT INTO course_modules (course_id, module_id, position) VALUES (?, ?, 1)").run(
        id,
        w.moduleIds[0],
      );
      db.prepare(
        "INSERT INTO stage_events (person_id, tool_id, programme_id, course_id, kind, day, entered_at) VALUES (?, ?, ?, ?, 'workshop_confirmed', '2027-03-03', 0)",
      ).run(personId, toolId, of.programmeId, id);
      return [of.programmeId, id] as const;
    }),
  );
  /** A visit that a trainer of each programme noted just now. */
  const visited = new Map(
    (
      [
        [own, w.trainer.personId],
        [foreign, otherTrainers[0]!],
      ] as const
    ).map(([of, by]) => [
      of.programmeId,
      sqlite()
        .prepare(
          "INSERT INTO stage_events (person_id, tool_id, programme_id, kind, day, words, entered_at, entered_by) VALUES (?, ?, ?, 'coaching_visit', '2027-01-02', 'Seen at work', ?, ?)",
        )
        .run(of.closed.rows[0]!.personId, toolId, of.programmeId, now, by).lastInsertRowid,
    ]),
  );
  return {
    confirmWorkshop: {
      form: (of) => ({ ...way(of), courseId: String(held.get(of.programmeId)) }),
      by: team,
      open: { toolId: "the catalogue of tools is everybody's" },
    },
    observe: {
      form: (of) => ({
        ...way(of),
        courseId: String(held.get(of.programmeId)),
        day: "2027-03-01",
        ...Object.fromEntries(criteria.map((criterion) => [`points.${criterion}`, "4"])),
        strengths: "Clear examples from their own work",
        advice: "Go on more slowly after lunch",
        ground: "Nobody is certified here yet, so I observe",
      }),
      at: Date.parse("2027-03-05T09:00:00Z"),
      by: ["trainer", ...team],
      open: { toolId: "the catalogue of tools is everybody's" },
    },
    noteVisit: {
      form: (of) => ({ ...way(of), day: "2027-01-01", words: "Seen at work, in Irbid" }),
      by: ["trainer", ...team],
      open: { toolId: "the catalogue of tools is everybody's" },
    },
    enterStep: {
      form: (of) => ({
        ...way(of),
        step: "examination",
        day: "2027-01-01",
        words: "The list of marks of May",
      }),
      by: team,
      open: { toolId: "the catalogue of tools is everybody's" },
    },
    undoEntry: { form: (of) => ({ entryId: String(visited.get(of.programmeId)) }), by: ["trainer"] },
    signObservation: {
      form: (of) => ({ observationId: String(observation.get(of.programmeId)) }),
      by: ["trainer"],
    },
    recogniseLearning: {
      form: (of) => ({
        personId: String(person(of)),
        programmeId: String(of.programmeId),
        moduleIds: w.moduleIds.map(String),
        evidence: "A certificate on paper",
      }),
      by: team,
      open: catalogue,
    },
    setGates: {
      form: (of) => ({
        programmeId: String(of.programmeId),
        seen: String(
          sqlite()
            .prepare("SELECT count(*) FROM gate_versions WHERE programme_id = ?")
            .pluck()
            .get(of.programmeId),
        ),
        preset: "own",
        inForceFrom: "2028-01-01",
        ...Object.fromEntries(
          Object.entries({ ...ownGates, countOneIn: 1 }).map(([gate, asked]) => [
            gate,
            typeof asked === "boolean"
              ? asked
                ? "yes"
                : "no"
              : gate === "passMark"
                ? pointsOf(asked)
                : String(asked),
          ]),
        ),
      }),
      by: team,
    },
    makePlan: {
      form: (of) => ({ token: of.closed.rows[0]!.token, ...planned }),
      by: Object.keys(roles),
      open: { token: "whoever has the token has the registration" },
      named: (of, elsewhere) => ({ token: of.closed.rows[0]!.token, ...planned, ...ofTool(elsewhere) }),
    },
    makePlanFor: {
      form: (of) => ({ registrationId: String(of.closed.rows[1]!.id), ...planned }),
      by: ["trainer", ...team],
      named: (of, elsewhere) => ({
        registrationId: String(of.closed.rows[1]!.id),
        ...planned,
        ...ofTool(elsewhere),
      }),
    },
    remindOfPlans: {
      form: (of) => ({
        courseId: String(of.closed.courseId),
        registrationIds: [String(of.closed.rows[1]!.id)],
      }),
      by: ["trainer", ...team],
      named: (of, elsewhere) => ({
        courseId: String(of.closed.courseId),
        registrationIds: [String(elsewhere.closed.rows[1]!.id)],
      }),
    },
    askForTrainer: {
      form: (of) => ({
        trainer: listed(of),
        formKey: "a-form-number",
        name: "A cooperative",
        phone: "+962 79 555 0101",
        purpose: "A workshop",
      }),
      by: Object.keys(roles),
      open: { trainer: "whoever is in the public register can be asked for by everybody" },
    },
    setSuperior: {
      form: (of) => ({ personId: String(person(of)), superiorId: String(of.trainerId) }),
      by: team,
    },
    takeBackLearning: {
      form: (of) => ({
        recognitionId: String(recognition.get(of.programmeId)),
        reason: "The paper is another person's",
      }),
      by: team,
    },
  };
}
