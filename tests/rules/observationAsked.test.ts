import { expect, it } from "vitest";
import { fault, faultsOf } from "../../lib/faults";
import { criteria } from "../../lib/stages/rules/rubric";
import { observeSchema } from "../../lib/stages/schema";

it("an observation says of each criterion that its points are still to be chosen, and of a short text that it is to be a sentence", () => {
  const said = {
    personId: 1,
    toolId: 1,
    programmeId: 1,
    courseId: 1,
    day: "2027-01-10",
    correctsId: "",
    reason: "",
  };
  const { error } = observeSchema.safeParse({ ...said, points: {}, strengths: "", advice: "" });
  const faults = faultsOf(error!.issues);
  for (const criterion of criteria)
    expect(faults[`points.${criterion}`]).toEqual(fault("choosePoints", { params: { min: 1, max: 5 } }));
  expect(faults).toMatchObject({ strengths: { code: "sentenceNeeded" }, advice: { code: "sentenceNeeded" } });
});
