import { expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { recogniseLearning, takeBackLearning } from "../../lib/stages/commands";
import { recogniseSchema, takeBackSchema } from "../../lib/stages/schema";
import { replacePlan } from "../../lib/stages/store/plans";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { freshDatabase } from "../support/database";
import { transact } from "../support/transact";
import { value, world } from "../support/world";

freshDatabase();
const w = world();
const { issued } = coursesToCertify(w);
const tot = await issued("tot");
const person = tot.people[0]!;
const exec = (change: string) => () => sqlite().exec(change);
/** Every column of a table with a value that none of its rows has. */
const changes = (table: string): [string, string][] =>
  (sqlite().pragma(`table_info(${table})`) as { name: string; type: string }[]).map(({ name, type }) => [
    name,
    name === "day"
      ? "'1999-01-01'"
      : type.toLowerCase() === "integer"
        ? `coalesce(${name}, 0) + 7`
        : "'Another'",
  ]);

it("what was recognised is taken back once, by the command, and is neither changed nor deleted", () => {
  const cx = as(w.coordinator, tot.evening);
  value(
    recogniseLearning(
      cx,
      recogniseSchema.parse({
        ...{ personId: String(person.personId), programmeId: String(w.programmeId), day: "" },
        ...{
          moduleIds: [String(w.moduleIds[0])],
          evidence: "A list of participants of 2019, seen as a copy",
        },
      }),
    ),
  );
  const of = "recognised_learning";
  const takenBack = ["taken_back_at", "taken_back_by", "taken_back_reason"];
  for (const [column, other] of changes(of).filter(([name]) => !takenBack.includes(name)))
    expect(exec(`UPDATE ${of} SET ${column} = ${other}`), column).toThrow(/only added to/);
  expect(exec(`DELETE FROM ${of}`)).toThrow(/only added to/);
  const { id } = sqlite().prepare(`SELECT id FROM ${of}`).get() as { id: number };
  value(
    takeBackLearning(
      cx,
      takeBackSchema.parse({ recognitionId: String(id), reason: "It was the list of somebody else" }),
    ),
  );
  for (const [column, other] of changes(of))
    expect(exec(`UPDATE ${of} SET ${column} = ${other}`), column).toThrow(/only added to/);
  expect(exec(`UPDATE ${of} SET taken_back_at = NULL, taken_back_reason = NULL`)).toThrow(/only added to/);
  expect(exec(`DELETE FROM ${of}`)).toThrow(/only added to/);
});

it("a plan changes places and ends, as the command writes it, and is neither written over nor deleted", () => {
  const { tool } = sqlite()
    .prepare(
      "SELECT v.tool_id AS tool FROM modules m JOIN tool_versions v ON v.id = m.tool_version_id WHERE m.id = ?",
    )
    .get(w.moduleIds[0]) as { tool: number };
  const [one, two] = ["Irbid", "Ajloun"].map((place) => ({
    ...{ toolId: tool, day: "2027-05-02", place, audience: null },
  })) as [Parameters<typeof replacePlan>[2][number], Parameters<typeof replacePlan>[2][number]];
  const plan = (workshops: Parameters<typeof replacePlan>[2]) =>
    transact(() => replacePlan(as(w.coordinator, tot.evening), person.id, workshops));
  plan([one, two]);
  const places = () =>
    sqlite().prepare("SELECT place FROM action_plans WHERE ended_at IS NULL ORDER BY number").pluck().all();
  plan([two, one]);
  expect(places()).toEqual(["Ajloun", "Irbid"]);
  const writes = ["number", "ended_at"];
  for (const [column, other] of changes("action_plans").filter(([name]) => !writes.includes(name)))
    expect(exec(`UPDATE action_plans SET ${column} = ${other}`), column).toThrow(/another one begins/);
  plan([one]);
  expect(places()).toEqual(["Irbid"]);
  for (const [column, other] of changes("action_plans"))
    expect(exec(`UPDATE action_plans SET ${column} = ${other} WHERE place = 'Ajloun'`), column).toThrow(
      /another one begins/,
    );
  expect(exec("UPDATE action_plans SET ended_at = NULL WHERE place = 'Ajloun'")).toThrow(
    /another one begins/,
  );
  expect(exec("DELETE FROM action_plans")).toThrow(/another one begins/);
});
