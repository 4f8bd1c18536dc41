import { sqlite } from "../../../db/client";
import { enterThreadEntry } from "../../../lib/cascade/commands";
import { threadEntrySchema } from "../../../lib/cascade/schema";
import { as } from "../../support/as";
import type { Filled, TwoProgrammes } from "../../support/twoProgrammes";
import { value, viewer } from "../../support/world";
import { type Row, team } from "./row";

/** What became of organisations: one of each programme, of whose people somebody was in a course there. */
export function threadRows({ own, foreign, w, otherTrainers }: TwoProgrammes): Record<string, Row> {
  const organisations = new Map<number, number>();
  const entries = new Map<number, number>();
  for (const [of, trainer] of [
    [own, w.trainer],
    [foreign, viewer(otherTrainers[0]!, { trains: [foreign.programmeId] })],
  ] as const) {
    const name = `of ${of.programmeId}`;
    const id = Number(
      sqlite()
        .prepare(
          "INSERT INTO organisations (name, kind, name_key, sort_name) VALUES (?, 'cooperative', ?, ?)",
        )
        .run(name, name, name).lastInsertRowid,
    );
    organisations.set(of.programmeId, id);
    sqlite()
      .prepare("UPDATE persons SET organisation_id = ? WHERE id = ?")
      .run(id, of.closed.rows[0]!.personId);
    const { entryId } = value(enterThreadEntry(as(trainer), threadEntrySchema.parse(entry(of))));
    entries.set(of.programmeId, entryId);
  }
  function entry(of: Filled) {
    return {
      organisationId: String(organisations.get(of.programmeId)),
      programmeId: String(of.programmeId),
      kind: "follow_up",
      day: "2026-01-15",
      words: "Seen",
    };
  }
  const entryId = (of: Filled) => String(entries.get(of.programmeId));
  return {
    // Whoever is a trainer in the programme may, whichever course they train.
    enterThreadEntry: { form: entry, by: ["trainer", "trainerElsewhere", ...team] },
    strikeThreadEntry: {
      form: (of) => ({ entryId: entryId(of), reason: "Another cooperative" }),
      by: ["trainer", ...team],
    },
    undoThreadEntry: { form: (of) => ({ entryId: entryId(of) }), by: ["trainer"] },
  };
}
