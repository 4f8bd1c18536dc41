import { expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { system } from "../../lib/access/table";
import { judgeAnew } from "../../lib/stages/commands";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { freshDatabase } from "../support/database";
import { keptAndReplayed } from "../support/standings";
import { world } from "../support/world";

freshDatabase();
const w = world();
const { issued } = coursesToCertify(w);
const tot = await issued("tot");
const at = tot.at(tot.endsOn, "22:00");
const judgeAll = () => {
  while (judgeAnew(as(system, at)));
};
const same = () => {
  const { kept, replayed } = keptAndReplayed();
  expect(kept).toEqual(replayed);
};

it("after an upgrade where people are is judged by the rules of today, on the day itself, once", () => {
  judgeAll();
  same();
  // As the version before judged them today: one in another stage, and one at none.
  const db = sqlite();
  const [first, second] = tot.people;
  db.prepare("UPDATE standings SET stage = 'practising' WHERE person_id = ?").run(first!.personId);
  db.prepare("DELETE FROM standings WHERE person_id = ?").run(second!.personId);
  judgeAll();
  // By the same rules nothing is judged twice on a day.
  expect(keptAndReplayed().kept).not.toEqual(keptAndReplayed().replayed);
  db.prepare("UPDATE settings SET value = '1' WHERE name = 'standingsRules'").run();
  judgeAll();
  same();
  expect(judgeAnew(as(system, at))).toBe(false);
});
