import { describe, expect, it } from "vitest";
import { cameInVain, onTheWayIn } from "../../lib/completion/rules/onTheWay";

const attendance = {
  kind: "attendance",
  percent: 0,
  needed: 80,
  minutesMissing: 60,
  sessionsWithoutEntry: 3,
} as const;
const person = (
  canPass: boolean,
  unmet: Parameters<typeof onTheWayIn>[0][number]["unmet"] = [attendance],
) => ({
  state: "accepted",
  unmet,
  canPass,
});

describe("who is on the way to completing a course", () => {
  it("is nobody before it begins, and nobody is out of reach", () => {
    for (const state of ["draft", "open"] as const)
      expect(onTheWayIn([person(false), person(true)], state)).toEqual({
        completed: null,
        onTheWay: 0,
        outOfReach: 0,
        toCome: 2,
      });
  });
  it("is whoever still can while it runs; of whom nothing is planned yet, nobody knows", () => {
    const everyone = [person(true), person(false), person(false, [{ kind: "no_sessions" }])];
    expect(onTheWayIn(everyone, "running")).toEqual({
      completed: null,
      onTheWay: 1,
      outOfReach: 1,
      toCome: 1,
    });
  });
  it("is known once it is over: who met the rule and came", () => {
    const everyone = [person(true, []), { ...person(true, []), state: "no_show" }, person(false)];
    expect(onTheWayIn(everyone, "closed")).toMatchObject({ completed: 1, outOfReach: 0 });
  });
});

describe("who came and does not meet the rule", () => {
  it("is nobody who never came, who is a no-show, and nobody who meets it", () => {
    const somebody = (name: string, minutes: number, unmet: (typeof attendance)[]) => ({
      name,
      minutes,
      unmet,
    });
    expect(
      cameInVain([
        somebody("never", 0, [attendance]),
        somebody("short", 60, [attendance]),
        somebody("enough", 600, []),
      ]).map(({ name }) => name),
    ).toEqual(["short"]);
  });
});
