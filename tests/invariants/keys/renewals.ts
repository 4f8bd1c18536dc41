import { sqlite } from "../../../db/client";
import { enterCertifiedBefore, enterCertifiedBeforeList } from "../../../lib/stages/commands";
import { certifiedBeforeListSchema } from "../../../lib/stages/paperListSchema";
import { certifiedBeforeSchema } from "../../../lib/stages/schema";
import { as } from "../../support/as";
import type { Filled, TwoProgrammes } from "../../support/twoProgrammes";
import { value } from "../../support/world";
import { catalogue, type Row, team } from "./row";

/** What is certified from before, renewed, and leads to master trainer. */
export function renewalRows({ w, own, foreign, roles }: TwoProgrammes): Record<string, Row> {
  const toolId = sqlite()
    .prepare(
      "SELECT v.tool_id FROM modules m JOIN tool_versions v ON v.id = m.tool_version_id WHERE m.id = ?",
    )
    .pluck()
    .get(w.moduleIds[0]) as number;
  /** A certification from before of somebody, which can be renewed now. */
  const paper = (of: Filled) => ({
    personId: String(of.closed.rows[0]!.personId),
    programmeId: String(of.programmeId),
    moduleIds: w.moduleIds.map(String),
    day: "2024-05-01",
    until: "2027-05-01",
    words: "Paper 17 of the ministry",
  });
  for (const [of, by] of [
    [own, w.coordinator],
    [foreign, w.stranger],
  ] as const) {
    value(enterCertifiedBefore(as(by), certifiedBeforeSchema.parse(paper(of))));
    // Somebody else confirmed it.
    sqlite()
      .prepare(
        "INSERT INTO stage_events (person_id, tool_id, programme_id, kind, day, of_id, modules, until, entered_at) SELECT person_id, tool_id, programme_id, 'approved', '2026-12-01', id, modules, until, 0 FROM stage_events WHERE id = (SELECT max(id) FROM stage_events)",
      )
      .run();
  }
  /** Another one that waits, of somebody else. */
  const waiting = new Map(
    [own, foreign].map((of) => [
      of.programmeId,
      sqlite()
        .prepare(
          "INSERT INTO stage_events (person_id, tool_id, programme_id, kind, day, modules, until, awaits, words, entered_at) VALUES (?, ?, ?, 'certified_before', '2024-05-01', '[\"M1\"]', '2027-05-01', 'confirmed', 'Paper 18', 0)",
        )
        .run(of.closed.rows[1]!.personId, toolId, of.programmeId).lastInsertRowid,
    ]),
  );
  /** The recommendation to renew the one who is certified: made once somebody asks, as it waits for one answer. */
  const recommended = (of: Filled) => {
    const personId = of.closed.rows[0]!.personId;
    const id =
      sqlite()
        .prepare("SELECT id FROM stage_events WHERE awaits = 'renewed' AND person_id = ?")
        .pluck()
        .get(personId) ??
      sqlite()
        .prepare(
          "INSERT INTO stage_events (person_id, tool_id, programme_id, kind, day, awaits, exception, words, entered_at) VALUES (?, ?, ?, 'recommended', '2026-12-02', 'renewed', 1, 'Seen at work for two years', 0)",
        )
        .run(personId, toolId, of.programmeId).lastInsertRowid;
    return { recommendationId: String(id), words: "Which workshops were these?" };
  };
  const certified = (of: Filled) => ({
    personId: String(of.closed.rows[0]!.personId),
    programmeId: String(of.programmeId),
    toolId: String(toolId),
    words: "Seen at work for two years",
    exception: "on",
  });
  return {
    renew: { form: certified, by: team },
    recommendRenewal: { form: (of) => ({ ...certified(of), kind: "master_approved" }), by: team },
    returnRenewal: { form: recommended, by: team },
    refuseRenewal: { form: recommended, by: team },
    strikeBefore: {
      form: (of) => ({
        entryId: String(waiting.get(of.programmeId)),
        words: "The paper is another person's",
      }),
      by: team,
    },
    approveMaster: { form: certified, by: team },
    enterMasterStep: {
      form: (of) => ({ ...certified(of), kind: "master_training", day: "2026-11-02" }),
      by: team,
    },
    enterCertifiedBeforeList: {
      form: (of) => {
        const { name, title } = sqlite()
          .prepare(
            "SELECT (SELECT name FROM persons WHERE id = ?) AS name, (SELECT code FROM tools WHERE id = ?) AS title",
          )
          .get(of.closed.rows[0]!.personId, toolId) as { name: string; title: string };
        const list = `${name}; ${title}; ; 2015-04-01; 2018-04-01; Paper 19 of the ministry`;
        const form = { programmeId: String(of.programmeId), list };
        const read = enterCertifiedBeforeList(
          as(roles.administrator!),
          certifiedBeforeListSchema.parse(form),
        );
        const said = read.ok ? undefined : read.fault.fields?.list;
        return { ...form, checked: said?.code === "papersToRead" ? said.papers.checked : "" };
      },
      by: team,
      open: catalogue,
    },
    enterCertifiedBefore: {
      form: (of) => ({ ...paper(of), day: "2019-04-01", until: "2022-04-01" }),
      by: team,
      open: catalogue,
    },
  };
}
