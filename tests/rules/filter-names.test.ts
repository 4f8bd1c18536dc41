import { expect, it } from "vitest";
import { registerFilters } from "../../app/_server/registerAsked";
import { filterNames } from "../../app/_ui/kit/ListNotes";

it("what the register of trainers is narrowed by has a name to be said by, once it is no more", () => {
  expect(Object.keys(registerFilters).filter((name) => !filterNames.some((one) => one === name))).toEqual([]);
});
