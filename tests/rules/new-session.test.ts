import { expect, it } from "vitest";
import { openIssues } from "../../lib/timetable/rules/issues";
import { asMendedBy } from "../../lib/timetable/rules/newSession";
import { noParts } from "../../lib/timetable/rules/parts";
import { plan, session } from "../support/issuePlan";

it("a session that is added for what is open in a plan begins as what it lacks, of the group that lacks it", () => {
  const parts = { ...noParts, microTeaching: 20, people: 6, evaluation: 30 };
  const begins = openIssues(plan({ parts, sessions: [session(1)], asksTest: true })).flatMap((one) =>
    one.sessionId === null ? [asMendedBy(one)] : [],
  );
  expect(begins.map(({ kind, minutes }) => [kind, minutes])).toEqual(
    expect.arrayContaining([
      ["test", null],
      ["micro_teaching", 120],
      ["evaluation", 30],
    ]),
  );
  const lacks = {
    ...({ kind: "part_missing", part: "practicum", session: "practicum", minutes: 60 } as const),
    ...{ sessionId: null, about: "" },
  };
  expect(asMendedBy({ ...lacks, groupIds: [5] })).toEqual({
    ...{ kind: "practicum", moduleId: null, groupId: 5, minutes: 60 },
  });
  expect(asMendedBy(null)).toEqual({ kind: "module", moduleId: null, groupId: null, minutes: null });
});
