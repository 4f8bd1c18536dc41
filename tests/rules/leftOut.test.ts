import { describe, expect, it } from "vitest";
import { forestOf, type Known, leftOutOf } from "../../lib/cascade/rules/forest";

describe("a course that the trainers of a cascade taught and that is not counted", () => {
  it("says which of the reasons it is", () => {
    const course = (id: number, day: string | null, toolIds = [1], kind: "tot" | "user" = "user") => ({
      ...{ id, kind, toolIds, firstDay: day, lastDay: day },
    });
    const taught = (courseId: number, role: "lead" | "apprentice" = "lead", toolIds = [1]) => ({
      ...{ courseId, personId: 7, role, toolIds },
    });
    const known: Known = {
      courses: [
        course(1, "2024-03-01", [1], "tot"),
        ...[course(2, "2024-04-01"), course(3, null), course(4, "2024-04-02"), course(5, "2024-02-01")],
        course(6, "2024-04-03", [2]),
      ],
      completed: [{ courseId: 1, personId: 7 }],
      taught: [
        ...[taught(2), taught(3), taught(4, "apprentice"), taught(5), taught(6, "lead", [2]), taught(8)],
        { ...taught(9), personId: 8 },
      ],
    };
    const empty = [course(8, "2024-04-05"), course(9, "2024-04-05")];
    const forest = forestOf(known, [1], null);
    expect(leftOutOf(known, empty, forest, null)).toEqual([
      { courseId: 3, why: "undated" },
      { courseId: 4, why: "apprentice" },
      { courseId: 5, why: "before" },
      { courseId: 6, why: "otherTool" },
      { courseId: 8, why: "noRoll" },
    ]);
    // What was taught of other tools alone is no question of one tool.
    expect(leftOutOf(known, empty, forestOf(known, [1], 1), 1).map(({ courseId }) => courseId)).toEqual([
      3, 4, 5, 8,
    ]);
  });
});
