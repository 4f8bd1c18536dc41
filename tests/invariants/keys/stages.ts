import { sqlite } from "../../../db/client";
import { enterCertifiedBefore, recogniseLearning } from "../../../lib/stages/commands";
import { ownGates } from "../../../lib/stages/rules/gates";
import { certifiedBeforeSchema, recogniseSchema } from "../../../lib/stages/schema";
import { as } from "../../support/as";
import type { Filled, TwoProgrammes } from "../../support/twoProgrammes";
import { value } from "../../support/world";
import { catalogue, type Row, team } from "./row";

/** The way from participant to trainer, and what was learnt elsewhere. */
export function stageRows({ w, own, foreign, roles }: TwoProgrammes): Record<string, Row> {
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
  for (const [of, by] of [
    [own, w.coordinator],
    [foreign, w.stranger],
  ] as const) {
    const form = {
      personId: String(of.open.rows[2]!.personId),
      programmeId: String(of.programmeId),
      moduleIds: w.moduleIds.map(String),
      evidence: "A list",
    };
    value(recogniseLearning(as(by), recogniseSchema.parse(form)));
    recognition.set(
      of.programmeId,
      sqlite().prepare("SELECT max(id) FROM recognised_learning").pluck().get() as number,
    );
  }
  /** A certification from before of somebody, which can be renewed now. */
  const before = (of: Filled) => ({
    personId: String(of.closed.rows[0]!.personId),
    programmeId: String(of.programmeId),
    moduleIds: w.moduleIds.map(String),
    day: "2024-05-01",
    until: "2027-05-01",
    words: "Paper 17",
  });
  for (const [of, by] of [
    [own, w.coordinator],
    [foreign, w.stranger],
  ] as const)
    value(enterCertifiedBefore(as(by), certifiedBeforeSchema.parse(before(of))));
  const certified = (of: Filled) => ({
    personId: String(of.closed.rows[0]!.personId),
    programmeId: String(of.programmeId),
    toolId: String(toolId),
    words: "Seen at work",
    exception: "on",
  });
  return {
    renew: { form: certified, by: team },
    approveMaster: { form: certified, by: team },
    enterMasterStep: {
      form: (of) => ({ ...certified(of), kind: "master_training", day: "2026-11-02" }),
      by: team,
    },
    enterCertifiedBefore: {
      form: (of) => ({ ...before(of), day: "2024-04-01" }),
      by: team,
      open: catalogue,
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
          Object.entries(ownGates).map(([gate, asked]) => [
            gate,
            typeof asked === "boolean" ? (asked ? "yes" : "no") : String(asked),
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
    setSuperior: {
      form: (of) => ({ personId: String(person(of)), superiorId: String(of.trainerId) }),
      by: team,
    },
    takeBackLearning: {
      form: (of) => ({ recognitionId: String(recognition.get(of.programmeId)), reason: "Another person" }),
      by: team,
    },
  };
}
