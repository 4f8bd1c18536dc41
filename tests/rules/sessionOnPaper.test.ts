import { expect, it } from "vitest";
import { sessionOnPaper } from "../../app/_words/papers";

const session = (group: string) => ({
  ...{ kind: "opening" as const, title: null, group, moduleCode: null, moduleTitle: null },
  ...{ toolCode: null, toolTitle: null },
});

it("on paper the name of a group stays whole, and no line begins with a dot", () => {
  const bare = (text: string) => text.replace(/[\u2066-\u2069]/g, "");
  expect(bare(sessionOnPaper(session("Group A"), "fr").whole)).toMatch(/\S\u00a0· Group\u00a0A$/);
  // A long one is divided rather than put beyond its column.
  expect(bare(sessionOnPaper(session("Women of the southern villages"), "en").whole)).toMatch(
    / southern villages$/,
  );
});
