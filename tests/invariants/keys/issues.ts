import { sqlite } from "../../../db/client";
import * as gate from "../../../lib/access/gate";
import { planIssues } from "../../../lib/timetable/queries";
import { isAcceptable } from "../../../lib/timetable/rules/issues";
import { as } from "../../support/as";
import type { TwoProgrammes } from "../../support/twoProgrammes";
import { now } from "../../support/world";
import { type Row, team } from "./row";

/** What is open in a plan: accepted, and that taken back. */
export function issueRows({ w, own, foreign }: TwoProgrammes): Record<string, Row> {
  const open = new Map<number, { kind: string; word: string }>();
  const accepted = new Map<number, number>();
  for (const [of, by] of [
    [own, w.coordinator],
    [foreign, w.stranger],
  ] as const) {
    const cx = as(by, now);
    const { courseId } = of.open;
    // Its last day became a holiday after it was planned.
    sqlite()
      .prepare(
        "INSERT OR IGNORE INTO holidays (country, day, name) SELECT c.country, max(s.day), c.title FROM courses c JOIN sessions s ON s.course_id = c.id WHERE c.id = ?",
      )
      .run(courseId);
    const issue = planIssues(cx, gate.course(cx, "timetable.edit", courseId)).open.find(isAcceptable)!;
    open.set(of.programmeId, issue);
    // Of something that was open before.
    const { lastInsertRowid } = sqlite()
      .prepare(
        "INSERT INTO accepted_issues (course_id, kind, about, reason, at) VALUES (?, 'travel', 'before', 'Agreed', ?)",
      )
      .run(courseId, now);
    accepted.set(of.programmeId, Number(lastInsertRowid));
  }
  return {
    acceptIssue: {
      form: (of) => ({
        courseId: String(of.open.courseId),
        kind: open.get(of.programmeId)!.kind,
        word: open.get(of.programmeId)!.word,
        reason: "Agreed",
      }),
      by: team,
    },
    setCourseLink: {
      form: (of) => ({ courseId: String(of.open.courseId), link: "https://meet.example.org/1" }),
      by: team,
    },
    takeBackAcceptance: {
      form: (of) => ({
        courseId: String(of.open.courseId),
        acceptanceId: String(accepted.get(of.programmeId)),
      }),
      by: team,
    },
  };
}
