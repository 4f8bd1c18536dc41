import { createTranslator } from "next-intl";
import { type CourseState, isTentative } from "@/lib/courses/rules";
import { printableName } from "@/lib/documents/coverage";
import type { Listed } from "@/lib/documents/papers";
import { countryName, languageName, list, rangeOnPaper, weekdayOnPaper } from "@/lib/i18n/format";
import {
  dotBetween,
  inLanguage,
  isolate,
  type Locale,
  namesFor,
  type PersonsNames,
  placeAndCountry,
  shownIn,
  type Translated,
} from "@/lib/i18n/rules";
import { type Apart, toldApart } from "@/lib/people/rules/apart";
import { programmeCalled } from "@/lib/programmes/rules";
import type { Session } from "@/lib/timetable/queries";
import { titleIn } from "@/lib/timetable/rules/titles";
import { messagesOf } from "./messages";

/** What every list on paper says of its course. */
export type CourseOnPaper = {
  title: Translated;
  startsOn: string | null;
  endsOn: string | null;
  venue: string | null;
  place: Translated;
  country: string;
  programmeTitle: Translated;
  fictional: boolean;
  /** Whether it is certain that it takes place, or by when that is decided. */
  state: CourseState;
  decideBy: string | null;
  confirmedAt: number | null;
};

/** The words of lists on paper in a language. */
export const paperWords = (language: Locale) =>
  createTranslator({ locale: language, messages: messagesOf(language), namespace: "paper" });

/** What stands above a list: title, course, and its dates, place and programme. */
export function paperHead(course: CourseOnPaper, language: Locale, title: string) {
  const t = paperWords(language);
  const place = inLanguage(course.place, language).text;
  const where = placeAndCountry(place, countryName(course.country, language), language);
  const dates = course.startsOn && course.endsOn && rangeOnPaper(course.startsOn, course.endsOn, language);
  return {
    language,
    title,
    course: shownIn(course.title, language),
    lines: [
      dates,
      notCertainOnPaper(course, language),
      [course.venue, where, shownIn(programmeCalled(course.programmeTitle), language)]
        .map(apartIn(language))
        .filter(Boolean)
        .join(" · "),
    ].flatMap((line) => line || []),
    fictional: course.fictional ? t("fictional") : null,
  };
}

/** That it is not certain yet whether a course takes place, and by when that is decided; null where it is. */
export function notCertainOnPaper(
  course: Parameters<typeof isTentative>[0],
  language: Locale,
): string | null {
  if (!isTentative(course) || !course.decideBy) return null;
  const t = createTranslator({ locale: language, messages: messagesOf(language), namespace: "goAhead" });
  return t("notCertain", { day: isolate(dayWithYear(course.decideBy, language), language) });
}

/** A text set apart in a line of this language; nothing where there is none. */
const apartIn = (language: Locale) => (text: string | null) => (text ? isolate(text, language) : "");

/** A weekday with its date and year, on paper. */
export const dayWithYear = (day: string, language: Locale) =>
  `${weekdayOnPaper(day, language)} ${day.slice(0, 4)}`;

/** True where a session is signed for, or listed, with those of the morning. */
export const isBeforeNoon = ({ startsAt }: { startsAt: string }) => startsAt < "12:30";

/** What tells somebody from others of their name on a list that has no column for it. */
export const apartOnPaper = (apart: Apart | null, language: Locale): string =>
  apart === null
    ? ""
    : "number" in apart
      ? paperWords(language)("numbered", { number: String(apart.number) })
      : apart.organisation;

/** People as they can be printed with their organisations: whom those don't tell from others of the name has a number. */
export function listedWithOrganisations<
  Person extends PersonsNames & { number: number; organisation: string | null },
>(people: readonly Person[], language: Locale): { person: Person; listed: Listed }[] {
  const apart = toldApart(people);
  return people.map((person, i) => {
    const by = apart[i] ?? null;
    const told = by && "number" in by ? apartOnPaper(by, language) : "";
    return { person, listed: listedPerson(person, language, told) };
  });
}

/**
 * Somebody as they can be printed, called as those call them who read the list; where no font has their name, the number of
 * their registration is in its place.
 */
export function listedPerson(
  person: PersonsNames & { number?: number; organisation?: string | null },
  language: Locale,
  apart: string,
): Listed {
  const named = printableName(person) ?? {
    name: person.number === undefined ? "" : String(person.number),
    latinName: null,
  };
  const [name, other] = namesFor(named, language);
  return { name, other, organisation: person.organisation ?? "", apart };
}

/** The words of online sessions and of interpretation in a language. */
const onlineWords = (language: Locale) =>
  createTranslator({ locale: language, messages: messagesOf(language), namespace: "online" });

/** Where a session is, on paper: online, or its room with another venue than that of its course; null where nothing says. */
export function whereOnPaper(
  session: Pick<Session, "room" | "venue" | "venuePlace" | "isOnline">,
  language: Locale,
): string | null {
  if (session.isOnline) return onlineWords(language)("online");
  const said = [session.venuePlace, session.venue, session.room].map(apartIn(language)).filter(Boolean);
  return said.length === 0 ? null : said.join(" · ");
}

/** Into which languages somebody interprets at a session, on paper, and who; null where nobody does. */
export function interpretationOnPaper(
  { interpretedInto, interpreter }: Pick<Session, "interpretedInto" | "interpreter">,
  language: Locale,
): string | null {
  if (!interpretedInto?.length) return null;
  const languages = list(
    interpretedInto.map((code) => languageName(code, language)),
    language,
  );
  const t = onlineWords(language);
  return interpreter
    ? t("interpretationBy", { languages, name: isolate(interpreter, language) })
    : t("interpretation", { languages });
}

type Titled = Pick<Session, "title" | "kind" | "moduleCode" | "moduleTitle" | "toolTitle" | "group">;

/** What a session is called on paper, and for which group it is. */
export function sessionOnPaper(session: Titled, language: Locale): { short: string; whole: string } {
  const { short, whole } = titleOnPaper(session, language);
  if (session.group === null) return { short, whole };
  // The dot ends a line rather than beginning one, and a short name (Group A) is not divided.
  const name = session.group.length <= shortName ? session.group.replaceAll(" ", "\u00a0") : session.group;
  const of = `${dotBetween}${isolate(name, language)}`;
  return { short: short + of, whole: whole + of };
}

/** A name of so many letters stands in one line of a narrow column. */
const shortName = 14;

/** Its own title, else its module with the tool's name and code, else its kind. */
function titleOnPaper(session: Titled, language: Locale): { short: string; whole: string } {
  const kinds = createTranslator({
    locale: language,
    messages: messagesOf(language),
    namespace: "sessionKind",
  });
  const title = titleIn(session.title, language);
  if (title) {
    const own = isolate(title, language);
    return { short: own, whole: own };
  }
  if (!session.moduleTitle) return { short: kinds(session.kind), whole: kinds(session.kind) };
  const tool = session.toolTitle ? inLanguage(session.toolTitle, "en").text : "";
  const code = `${tool} ${session.moduleCode ?? ""}`.trim();
  const module = isolate(shownIn(session.moduleTitle, language), language);
  const apart = isolate(code, language);
  return code ? { short: apart, whole: `${apart} – ${module}` } : { short: module, whole: module };
}
