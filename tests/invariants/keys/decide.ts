import { sqlite } from "../../../db/client";
import { ownGates } from "../../../lib/stages/rules/gates";
import { ended, type Filled, type TwoProgrammes } from "../../support/twoProgrammes";
import { type Row, team } from "./row";

const open = { toolId: "the catalogue of tools is everybody's" };
const words = "A reason of a whole sentence";

/** Decisions on the way to trainer. An examination is asked for, which the third of each course has passed. */
export function decideRows({ w, own, foreign }: TwoProgrammes): Record<string, Row> {
  const toolId = sqlite()
    .prepare(
      "SELECT v.tool_id FROM modules m JOIN tool_versions v ON v.id = m.tool_version_id WHERE m.id = ?",
    )
    .pluck()
    .get(w.moduleIds[0]) as number;
  const personOf = (of: Filled, nth: number) => of.closed.rows[nth]!.personId;
  const enter = (of: Filled, nth: number, kind: string) =>
    sqlite()
      .prepare(
        "INSERT INTO stage_events (person_id, tool_id, programme_id, kind, day, words, modules, entered_at) VALUES (?, ?, ?, ?, '2027-02-19', ?, ?, ?) RETURNING id",
      )
      .pluck()
      .get(
        personOf(of, nth),
        toolId,
        of.programmeId,
        kind,
        words,
        kind === "recommended" ? '["M1"]' : null,
        ended,
      ) as number;
  const asked = Object.fromEntries(
    Object.entries(ownGates).map(([gate, one]) => [
      gate,
      typeof one === "boolean" ? gate === "examination" : gate === "validMonths" ? 36 : 0,
    ]),
  );
  const entries = new Map<number, { passed: number; stopped: number }>();
  for (const of of [own, foreign]) {
    sqlite()
      .prepare(
        "INSERT INTO gate_versions (programme_id, number, preset, in_force_from, gates, created_at) VALUES (?, 1, 'own', '2020-01-01', ?, ?)",
      )
      .run(of.programmeId, JSON.stringify(asked), ended);
    entries.set(of.programmeId, { passed: enter(of, 2, "examination"), stopped: enter(of, 1, "suspended") });
  }
  const way = (of: Filled, nth: number) => ({
    personId: String(personOf(of, nth)),
    programmeId: String(of.programmeId),
    toolId: String(toolId),
    words,
  });
  /** The recommendation of the first that waits: made once somebody asks, for until then they may be recommended by exception. */
  const waiting = (of: Filled) =>
    String(
      sqlite()
        .prepare("SELECT id FROM stage_events WHERE kind = 'recommended' AND person_id = ?")
        .pluck()
        .get(personOf(of, 0)) ?? enter(of, 0, "recommended"),
    );
  const answer = (of: Filled) => ({ recommendationId: waiting(of), words });
  const batch = (of: Filled) => ({ "rows.0.recommendationId": waiting(of), "rows.0.seen": "as it was" });
  return {
    recommendByException: { form: (of) => ({ ...way(of, 0), modules: ["M1"] }), by: team, at: ended, open },
    recommend: { form: (of) => ({ ...way(of, 2), modules: ["M1"] }), by: team, at: ended, open },
    approve: { form: (of) => ({ ...answer(of), modules: ["M1"] }), by: team, at: ended },
    returnRecommendation: { form: answer, by: team, at: ended },
    refuseRecommendation: { form: answer, by: team, at: ended },
    approveMany: { form: batch, by: team, at: ended, named: (_, elsewhere) => batch(elsewhere) },
    notContinue: { form: (of) => way(of, 2), by: team, at: ended, open },
    suspend: { form: (of) => way(of, 2), by: team, at: ended, open },
    withdrawCertification: { form: (of) => way(of, 2), by: team, at: ended, open },
    resume: {
      form: (of) => ({ entryId: String(entries.get(of.programmeId)!.stopped), words }),
      by: team,
      at: ended,
    },
    leaveCertified: {
      form: (of) => ({ entryId: String(entries.get(of.programmeId)!.passed), words }),
      by: team,
      at: ended,
    },
    takeUnsigned: {
      form: (of) => ({ entryId: String(entries.get(of.programmeId)!.passed), words }),
      by: team,
      at: ended,
    },
    strikeOut: {
      form: (of) => ({ entryId: String(entries.get(of.programmeId)!.passed), words }),
      by: team,
      at: ended,
    },
  };
}
