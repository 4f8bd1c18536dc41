import { beforeAll, describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { enterScores } from "../../lib/assessments/commands";
import { scoresSchema } from "../../lib/assessments/schema";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { freshDatabase } from "../support/database";
import { posted } from "../support/posted";
import { fault, value, type World, world } from "../support/world";

freshDatabase();

let w: World;
beforeAll(async () => {
  w = await world();
});

describe("two people who enter scores of one course at once", () => {
  type Cell = { was: string; score: string };
  async function course() {
    const { courseId, people, endsOn } = await coursesToCertify(w).running("tot");
    const at = Date.parse(`${endsOn}T12:00:00Z`);
    const keys = people.map((person) => person.id);
    const now = () =>
      sqlite()
        .prepare(
          "SELECT score FROM assessments WHERE registration_id IN (?, ?, ?) AND kind = 'post_test' ORDER BY registration_id",
        )
        .pluck()
        .all(...keys);
    /** What a page sends whose fields held `was` when it was made. */
    const send = (by: "trainer" | "coordinator", cells: Cell[]) =>
      enterScores(
        as(w[by], at),
        scoresSchema.parse(
          posted(
            Object.fromEntries([
              ["courseId", String(courseId)],
              ...cells.flatMap(({ was, score }, i) => [
                [`scores.${i}.registrationId`, String(keys[i])],
                [`scores.${i}.score.post_test`, score],
                ...(was ? [[`scores.${i}.was.post_test`, was]] : []),
              ]),
            ]),
          ),
        ),
      );
    return { now, send };
  }
  const untouched = { was: "", score: "" };

  it("keep each other's", async () => {
    const { now, send } = await course();
    value(send("coordinator", [{ was: "", score: "88" }, untouched, untouched]));
    // The trainer's page is older: it shows nobody's score.
    value(send("trainer", [untouched, { was: "", score: "70" }, untouched]));
    expect(now()).toEqual([88, 70]);
  });
  it("are asked where both changed the same one, and nothing of that sheet is put", async () => {
    const { now, send } = await course();
    value(send("coordinator", [{ was: "", score: "61" }, untouched, untouched]));
    value(send("coordinator", [{ was: "61", score: "62" }, untouched, untouched]));
    const refused = send("trainer", [{ was: "61", score: "71" }, { was: "", score: "50" }, untouched]);
    expect(fault(refused).code).toBe("stale");
    expect(now()).toEqual([62]);
    // Who takes back what another has changed is asked as well; who enters the same is not.
    expect(fault(send("trainer", [{ was: "61", score: "" }, untouched, untouched])).code).toBe("stale");
    value(send("trainer", [{ was: "61", score: "62" }, { was: "", score: "50" }, untouched]));
    value(send("trainer", [{ was: "62", score: "71" }, { was: "50", score: "" }, untouched]));
    expect(now()).toEqual([71]);
  });
});
