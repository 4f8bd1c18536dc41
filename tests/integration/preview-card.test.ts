import { expect, it } from "vitest";
import { courseCard, courseDescription, courseInWords } from "../../app/_words/course";
import { visitor } from "../../lib/access/table";
import { publicCourse } from "../../lib/courses/queries";
import { dateRange } from "../../lib/i18n/format";
import { locales } from "../../lib/i18n/rules";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { now, opened, world } from "../support/world";

freshDatabase();
const w = world();

/** A text without what is not seen in it: marks of direction, and spaces that hold a line together or let it break. */
const plain = (text: string) =>
  text.replace(/[\u200b\u200e\u200f\u2060\u2066-\u2069]/g, "").replace(/[\u00a0\u202f]/g, " ");

it("the preview of a course says its title, days and place in the language of the link, however much it says of itself", () => {
  const { slug } = opened(w, {
    ...{ titleEn: "Cooperatives in Irbid", titleAr: "التعاونيات في إربد", titleFr: "Coopératives à Irbid" },
    ...{ startsOn: "2027-02-28", endsOn: "2027-03-04" },
    descriptionEn: "Everything about the first steps of a cooperative. ".repeat(20),
  });
  const course = publicCourse(as(visitor, now), slug)!;
  const title = { en: "Cooperatives in Irbid", ar: "التعاونيات في إربد", fr: "Coopératives à Irbid" };
  const place = { en: "Irbid, Jordan", ar: "إربد، الأردن", fr: "Irbid, Jordanie" };
  for (const locale of locales) {
    const words = courseInWords(course, "2027-01-10", locale);
    const dates = plain(dateRange("2027-02-28", "2027-03-04", locale));
    const said = plain(courseDescription(course, words, locale));
    expect(plain(words.title), locale).toBe(title[locale]);
    expect(said, locale).toContain(place[locale]);
    expect(said, locale).toContain(dates);
    expect(said.length).toBeLessThanOrEqual(201);
    // The picture says the same.
    const card = courseCard(course, words, locale);
    expect([card.title, ...card.lines].map(plain), locale).toEqual([title[locale], dates, place[locale]]);
    expect(card.language).toBe(locale);
  }
});
