import { describe, expect, it } from "vitest";
import { whereOf } from "../../app/[locale]/(desk)/today/waiting";
import type { Translated } from "../../db/values/languages";

const days = { startsOn: "2026-12-13", endsOn: "2026-12-13" };
const said = (title: Translated, place: Translated, locale: "fr" | "ar") =>
  whereOf({ kind: "go", course: { id: 1, title } }, { place, ...days }, locale).replace(
    /[\u2066-\u2069]/g,
    "",
  );

describe("where something is that awaits somebody", () => {
  const title = {
    own: "ar",
    fr: "Formation des bénéficiaires : Think.Coop",
    ar: "تدريب المستفيدين: Think.Coop – كفر أسد",
  } as const;
  it("is said as it was written where the title of the reader's language has no place", () => {
    expect(said(title, { own: "ar", ar: "كفر أسد" }, "fr")).toContain("كفر أسد");
  });
  it("is said once", () => {
    expect(said(title, { own: "ar", ar: "كفر أسد" }, "ar").split("كفر أسد")).toHaveLength(2);
    expect(said({ own: "fr", fr: "Atelier – Jerash" }, { own: "fr", fr: "Jerash" }, "fr")).toMatch(
      /^Atelier\s–\sJerash[^J]*$/,
    );
  });
});
