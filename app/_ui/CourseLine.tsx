import { useLocale, useTranslations } from "next-intl";
import { countryName, dateRange, shortRange } from "@/lib/i18n/format";
import { dotBetween, inLanguage, type Locale, placeAndCountry, type Translated } from "@/lib/i18n/rules";
import { ToolMark } from "./kit/ToolMark";
import { Say } from "./Say";

type Dated = {
  startsOn: string | null;
  endsOn: string | null;
  year: number | null;
  datesNote: Translated | null;
};

/** When a course is: its dates, or what is known of them. */
export function CourseDates({ course, short = false }: { course: Dated; short?: boolean }) {
  const locale = useLocale();
  const t = useTranslations("course");
  if (course.startsOn && course.endsOn) {
    const [first, ...last] = (short ? shortRange : dateRange)(course.startsOn, course.endsOn, locale)
      .split(" ")
      // Each piece keeps together by itself where there is room for it, and only there.
      .map((piece) => piece.replaceAll("\u00a0", " "));
    return (
      <bdi>
        <span className="kept">{first}</span>
        {last.length > 0 ? " " : null}
        <span className="kept">{last.join(" ")}</span>
      </bdi>
    );
  }
  return (
    <>
      {course.year ?? (course.datesNote ? null : t("datesUnknown"))}
      {course.year && course.datesNote ? dotBetween : null}
      {course.datesNote ? <Say text={course.datesNote} /> : null}
    </>
  );
}

/** Where a course is: place (where known) and country, or online. */
export function CoursePlace({
  course,
}: {
  course: { place: Translated; country: string; mode: "venue" | "online" };
}) {
  const locale = useLocale() as Locale;
  const t = useTranslations("course");
  const place = inLanguage(course.place, locale).text;
  const where = placeAndCountry(place, countryName(course.country, locale), locale);
  return course.mode === "online" ? t("onlineFrom", { place: where }) : where;
}

/** Tools as their marks with their names. */
export function ToolBadges({
  tools,
}: {
  tools: readonly { code: string; version: string; country: string; title: Translated }[];
}) {
  return (
    <span className="inline-flex flex-wrap gap-x-3 gap-y-1">
      {tools.map((tool) => (
        <ToolMark key={`${tool.code}${tool.version}${tool.country}`} tool={tool} />
      ))}
    </span>
  );
}
