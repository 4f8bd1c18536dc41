import { expect, it } from "vitest";
import { codesInRow } from "../../lib/trainers/rules/who";

const think = (code: string) => ({ tool: "Think.Coop", code });
const mine = (code: string) => ({ tool: "My.Coop", code });

it("modules are named by their codes, and by their tool where there are several", () => {
  expect(codesInRow([think("M2"), think("M3")], [think("M1"), think("M2"), think("M3")])).toEqual([
    "M2",
    "M3",
  ]);
  const both = [think("M1"), think("M2"), mine("M1")];
  expect(codesInRow([both[0]!, both[1]!, both[2]!], both)).toEqual(["Think.Coop M1", "M2", "My.Coop M1"]);
  // Also where what is lacking is of one of them: a code alone would be either's.
  expect(codesInRow([mine("M1")], both)).toEqual(["My.Coop M1"]);
  expect(codesInRow([], both)).toEqual([]);
  // The same module of two versions is named once.
  expect(codesInRow([think("M1"), think("M1")], [think("M1")])).toEqual(["M1"]);
  // One that is all of its tool has no code, and is named all the same.
  expect(codesInRow([mine("M1"), think("")], [mine("M1"), think("")])).toEqual(["My.Coop M1", "Think.Coop"]);
  expect(codesInRow([think("")], [think("")])).toEqual(["Think.Coop"]);
});
