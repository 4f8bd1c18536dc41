import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { overlaps } from "../../lib/stages/rules/before";
import { openQuestion } from "../../lib/stages/rules/decide";
import { mayUndo } from "../../lib/stages/rules/undo";

const entry = (
  id: number,
  kind: Parameters<typeof openQuestion>[0][number]["kind"],
  ofId: number | null = null,
) => ({
  ...{ id, kind, ofId },
  awaits: null,
});
const asked = [entry(1, "recommended"), entry(2, "returned", 1)];

describe("a question", () => {
  it("is open until it is answered, struck out with or without its recommendation, or the way ends", () => {
    expect(openQuestion(asked)?.id).toBe(2);
    for (const last of [
      entry(3, "recommended"),
      entry(3, "struck", 1),
      entry(3, "struck", 2),
      entry(3, "not_continued"),
      entry(3, "withdrawn"),
      entry(3, "approved"),
    ])
      expect(openQuestion([...asked, last]), `${last.kind} of ${last.ofId}`).toBeUndefined();
  });
});

describe("what one entered just now", () => {
  const by = (
    id: number,
    kind: "examination" | "coaching_visit" | "recommended" | "approved",
    enteredBy = 7,
  ) => ({
    ...{ id, kind, enteredBy },
    enteredAt: 1000,
  });
  const exam = by(5, "examination");
  it("is undone beside one's own other entries, and no more once anybody decided by it, oneself too", () => {
    expect(mayUndo([exam, by(6, "coaching_visit")], exam, 7, 2000)).toBe(true);
    for (const kind of ["recommended", "approved"] as const)
      expect(mayUndo([exam, by(6, kind)], exam, 7, 2000), kind).toBe(false);
    expect(mayUndo([by(4, "recommended"), exam], exam, 7, 2000)).toBe(true);
  });
});

describe("two papers of one module", () => {
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2024-02-${String(n).padStart(2, "0")}`);
  const paper = fc.record({ day, until: day.map((d) => d.replace("-02-", "-07-")) });
  it("overlap or not whichever was entered first, and always from one day on", () => {
    fc.assert(
      fc.property(paper, paper, (one, two) => {
        const [a, b] = [
          { ...one, modules: ["M1"] },
          { ...two, modules: ["M1"] },
        ];
        expect(overlaps(a, b)).toBe(overlaps(b, a));
        if (a.day === b.day) expect(overlaps(a, b)).toBe(true);
      }),
    );
  });
});
