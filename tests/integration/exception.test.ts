import { expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { approve, enterStep, recommend, recommendByException } from "../../lib/stages/commands";
import { exceptionSchema, stepSchema } from "../../lib/stages/schema";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { anotherThan, wayOf } from "../support/certify";
import { freshDatabase } from "../support/database";
import { setFirstGates } from "../support/gatesSet";
import { fault, value, world } from "../support/world";

freshDatabase();
const w = world();
// An examination is all that is asked beside the training.
setFirstGates(w, { examination: "yes" });
const course = await coursesToCertify(w).issued("tot");
const at = course.at("2027-03-01");
const second = anotherThan(w.coordinator, course.people[0]!.personId);

it("an exception takes a justification of whoever recommends and of whoever approves, and only where something is missing", () => {
  const [met, lacking] = course.people.map(({ id }) => wayOf(id));
  const words = "Held three workshops elsewhere, and sits it in May";
  const sat = { ...met!, step: "examination", day: "2027-02-20", words: "The list of marks, kept here" };
  value(enterStep(as(w.coordinator, at), stepSchema.parse(sat)));
  const excepting = (one: typeof met) => recommendByException(as(w.coordinator, at), { ...one!, words });
  const answering = (recommendationId: number, said: string | null, one: typeof met) =>
    approve(as(second, at), { recommendationId, modules: one!.modules, words: said });
  const waits = () => sqlite().prepare("SELECT max(id) FROM stage_events").pluck().get() as number;
  const kept = (one: typeof met) =>
    sqlite()
      .prepare(
        "SELECT e.kind, e.exception, e.words, json_extract(c.facts, '$.evidence.exception') AS onPaper FROM stage_events e LEFT JOIN certificates c ON c.id = e.certificate_id WHERE e.person_id = ? AND e.kind IN ('recommended', 'approved') ORDER BY e.id",
      )
      .all(one!.personId);

  // Of whom nothing is missing there is no exception, neither recommended nor approved.
  expect(fault(excepting(met)).code).toBe("nothingRecommended");
  expect(kept(met)).toEqual([]);
  value(recommend(as(w.coordinator, at), { ...met!, words }));
  value(answering(waits(), "I looked at the marks myself, all is there", met));
  expect(kept(met)).toMatchObject([{ exception: 0 }, { exception: 0, onPaper: 0 }]);

  // Of whom it is, nothing else is recommended; whoever approves says why as well, and all of it stays.
  expect(fault(recommend(as(w.coordinator, at), { ...lacking!, words })).code).toBe("gatesMissing");
  expect(exceptionSchema.safeParse({ ...lacking!, words: "Short" }).success).toBe(false);
  value(excepting(lacking));
  const recommended = waits();
  expect(fault(answering(recommended, null, lacking)).fields).toMatchObject({
    words: { code: "exceptionNeedsWords" },
  });
  expect(kept(lacking)).toMatchObject([{ kind: "recommended" }]);
  value(answering(recommended, "The examiners are here in May only", lacking));
  expect(kept(lacking)).toEqual([
    { kind: "recommended", exception: 1, words, onPaper: null },
    { kind: "approved", exception: 1, words: "The examiners are here in May only", onPaper: 1 },
  ]);
});
