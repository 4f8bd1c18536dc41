import { read } from "../../db/client";
import { persons, standings } from "../../db/schema";
import { system } from "../../lib/access/table";
import { judge } from "../../lib/stages/judge";
import { keptOf } from "../../lib/stages/restate";
import { as } from "./as";

/** Where everybody is as it is kept, and as their history says of the day on which it was judged; they should be the same. */
export function keptAndReplayed() {
  const everybody = read()
    .select({ id: persons.id })
    .from(persons)
    .all()
    .map(({ id }) => id);
  const kept = read()
    .select()
    .from(standings)
    .all()
    .map(({ reminded: _, sortName: __, ...row }) => row);
  const keyOf = (row: { personId: number; toolId: number; programmeId: number }) =>
    `${row.personId} ${row.toolId} ${row.programmeId}`;
  const days = [...new Set(kept.map(({ judgedOn }) => judgedOn))].sort();
  const replayed = days.flatMap((judgedOn) => {
    const of = new Set(kept.filter((row) => row.judgedOn === judgedOn).map(keyOf));
    return judge(as(system), everybody, judgedOn)
      .filter((row) => of.has(keyOf(row)) || judgedOn === days.at(-1))
      .filter((row) => of.has(keyOf(row)) || !kept.some((one) => keyOf(one) === keyOf(row)))
      .map(keptOf);
  });
  const inOrder = <Row extends { personId: number; toolId: number; programmeId: number }>(
    rows: readonly Row[],
  ) => [...rows].sort((a, b) => keyOf(a).localeCompare(keyOf(b)));
  return { kept: inOrder(kept), replayed: inOrder(replayed) };
}
