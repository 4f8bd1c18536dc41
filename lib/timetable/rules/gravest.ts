import type { IssueKind } from "./issues";

/** What of a plan nobody lets pass unread: who trains comes first, then what cannot take place as it is. */
const weighty: readonly IssueKind[] = [
  "not_qualified",
  "trainer_gone",
  "trainer_taken",
  "no_lead",
  "same_time",
  "room_taken",
  "room_closed",
  "away",
  "trainer_expected",
  "asked_twice",
];

/** What is open in a plan with the gravest first; what weighs alike stays in its order. */
export function gravestFirst<One extends { kind: IssueKind }>(open: readonly One[]): One[] {
  const weight = ({ kind }: One) => (weighty.includes(kind) ? weighty.indexOf(kind) : weighty.length);
  return [...open].sort((a, b) => weight(a) - weight(b));
}
