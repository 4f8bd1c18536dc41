import { describe, expect, it } from "vitest";
import { courseCard, courseDescription, courseInWords } from "../../app/_words/course";
import { visitor } from "../../lib/access/table";
import { publicCourse } from "../../lib/courses/queries";
import { locales } from "../../lib/i18n/rules";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { opened, registered, value, world } from "../support/world";

freshDatabase();
const w = world();
const full = { en: "Full", fr: "Complet", ar: "اكتملت المقاعد" };

describe("the link of a course", () => {
  it("says a last day while there are places, and that it is full once there are none", async () => {
    const { slug } = opened(w, { admission: "first_come", capacity: "1", applyBy: "2027-01-31" });
    const said = (locale: "en" | "fr" | "ar") => {
      const course = publicCourse(as(visitor), slug)!;
      const words = courseInWords(course, "2026-12-01", locale);
      return {
        picture: courseCard(course, words, locale).strong,
        preview: courseDescription(course, words, locale),
      };
    };
    for (const locale of locales) {
      expect(said(locale).picture).not.toBeNull();
      expect(said(locale).picture).not.toContain(full[locale]);
    }
    const before = said("en").picture!;
    value(await registered(slug));
    for (const locale of locales) {
      expect(said(locale).picture).toContain(full[locale]);
      expect(said(locale).preview).toContain(full[locale]);
    }
    expect(said("en").preview).not.toContain(before);
  });
});
