import { expect, it } from "vitest";
import { gravestFirst } from "../../lib/timetable/rules/gravest";

it("that a trainer is not qualified, or taken, comes before what is merely odd, which stays in its order", () => {
  const kinds = (["minutes_missing", "over_hours", "no_room", "trainer_taken", "not_qualified"] as const).map(
    (kind) => ({ kind }),
  );
  expect(gravestFirst(kinds).map(({ kind }) => kind)).toEqual([
    ...(["not_qualified", "trainer_taken", "minutes_missing", "over_hours", "no_room"] as const),
  ]);
});
