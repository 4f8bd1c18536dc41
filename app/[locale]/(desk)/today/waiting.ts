import type { useTranslations } from "next-intl";
import { sessionName } from "@/app/_ui/SessionList";
import { shortNear } from "@/app/_words/nearDays";
import { list, shortRange, timeRange } from "@/lib/i18n/format";
import {
  commas,
  dotBetween,
  holdDashes,
  inLanguage,
  isolate,
  type Locale,
  nameFor,
  type PersonsNames,
  shownIn,
} from "@/lib/i18n/rules";
import { daysBetween } from "@/lib/time/civil";
import type { CourseLine } from "@/lib/today/queries";
import { type Await, marksOf } from "@/lib/today/rules";

type Words = ReturnType<typeof useTranslations<"today">>;
type Kinds = ReturnType<typeof useTranslations<"sessionKind">>;

/** Where something that awaits somebody is done. */
export function targetOf(item: Await): string {
  switch (item.kind) {
    case "roll":
      return `/desk/courses/${item.sessions[0].courseId}/roll/${item.sessions[0].id}`;
    case "decide":
      return `/desk/courses/${item.course.id}/registrations?state=to_decide`;
    case "confirm":
      return `/desk/courses/${item.course.id}/registrations?state=to_confirm`;
    case "go":
      return `/desk/courses/${item.course.id}#decide`;
    case "close":
      return `/desk/courses/${item.course.id}?ask=closed#next-step`;
    case "tell":
      return `/desk/courses/${item.course.id}/tell`;
    case "tell_asked":
      return `/desk/courses/${item.course.id}/trainers#asked`;
    case "certify":
      return `/desk/courses/${item.course.id}/certificates`;
    case "rule_lost":
      return `/desk/courses/${item.course.id}/certificates#decide`;
    case "unanswered":
    case "ask_others":
      return `/desk/courses/${item.course.id}/trainers`;
    case "plans":
      return `/desk/courses/${item.course.id}/plans`;
    case "mend_names":
      return `/desk/courses/${item.course.id}/certificates#names`;
    default:
      return `/desk/courses/${item.course.id}`;
  }
}

/** By when, or since when, in two lines; whether it is late. */
export type When = { late: boolean; first: string; time: string };

/** A day as people near to it call it. */
function dayCalled(t: Words, day: string, today: string, locale: Locale): string {
  const days = daysBetween(today, day);
  if (days === 0) return t("when.today");
  if (days === -1) return t("when.yesterday");
  if (days === 1) return t("when.tomorrow");
  return days > 1 ? t("when.inDays", { days }) : shortNear(day, today, locale);
}

/** By when something that awaits somebody should be done. */
export function whenOf(
  t: Words,
  item: Await,
  line: CourseLine | undefined,
  today: string,
  locale: Locale,
): When {
  const starts = line?.startsOn ? shortNear(line.startsOn, today, locale) : "";
  const ended = line?.endsOn ? shortNear(line.endsOn, today, locale) : "";
  switch (item.kind) {
    case "roll":
      return {
        late: true,
        first: dayCalled(t, item.sessions[0].day, today, locale),
        time: timeRange(item.sessions[0].startsAt, item.sessions.at(-1)!.endsAt, locale),
      };
    case "start":
      return {
        late: true,
        first: item.days === 0 ? t("when.today") : t("when.ago", { days: item.days }),
        time: starts,
      };
    case "close":
      return {
        late: true,
        first: item.days === 0 ? t("when.today") : t("when.ago", { days: item.days }),
        time: ended,
      };
    case "decide":
      return item.days < 0
        ? { late: true, first: t("when.running"), time: starts }
        : {
            late: false,
            first: line?.startsOn ? dayCalled(t, line.startsOn, today, locale) : "",
            time: starts,
          };
    case "certify":
      return { late: false, first: t("when.ended"), time: ended };
    case "plans":
    case "mend_names":
      return { late: false, first: t("when.now"), time: "" };
    case "draft":
      return { late: false, first: t("when.draft"), time: starts };
    default:
      return { late: true, first: t("when.now"), time: "" };
  }
}

type Rolls = Extract<Await, { kind: "roll" }>;

/** What awaits somebody, in a few words; rolls are called by `rollCalled`. */
export const whatOf = (t: Words, item: Exclude<Await, Rolls>, locale: Locale): string =>
  item.kind === "unanswered"
    ? t("what.unanswered", { count: item.count, names: namesOf(item.late, locale) })
    : item.kind === "tell_asked"
      ? t("what.tell_asked", { names: namesOf(item.people, locale) })
      : item.kind === "ask_others" && item.answered.length > 0
        ? list(
            item.answered.map((one) =>
              t(`what.answered.${one.state === "proposed" ? "proposed" : "declined"}`, {
                name: isolate(nameFor(one, locale), locale),
              }),
            ),
            locale,
          )
        : t(`what.${isOwnEnd(item) ? "closeOwn" : item.kind}`, { count: "count" in item ? item.count : 0 });

/** True for the end of the viewer's own workshop. */
export const isOwnEnd = (item: Await): boolean => item.kind === "close" && item.own === true;

const namesOf = (people: readonly PersonsNames[], locale: Locale): string =>
  list(
    people.map((person) => isolate(nameFor(person, locale), locale)),
    locale,
  );

/** Who has not answered but is still in time, with the day until which they are: nothing is to be done about these. */
export function inTimeOf(t: Words, item: Await, today: string, locale: Locale): string | null {
  if (item.kind !== "unanswered" || item.inTime.length === 0) return null;
  const who = item.inTime.map((person) =>
    t("what.answersBy", {
      name: isolate(nameFor(person, locale), locale),
      day: shortNear(person.answerBy, today, locale),
    }),
  );
  return t("what.inTime", { who: list(who, locale) });
}

/** What sessions are about, each once: modules after their tool, whatever else by its name. */
function sessionsCalled(sessions: Rolls["sessions"], kind: Kinds, locale: Locale): string {
  let tool: string | null = null;
  const names = sessions.map((session) => {
    const { code, name } = sessionName(session, locale, kind);
    if (!code || !session.moduleCode || !session.toolTitle) {
      tool = null;
      return code ?? name;
    }
    const own = shownIn(session.toolTitle, "en");
    const called = own === tool ? session.moduleCode : code;
    tool = own;
    return called;
  });
  // A module that is taught in two sessions of a day is named once.
  const bare = (name: string) => name.split(" ").at(-1);
  const once = names.filter((name, nth) => nth === 0 || bare(name) !== bare(names[nth - 1]!));
  return isolate(commas(once, locale), locale);
}

/** Whose attendance is missing: tool and module, and the place of the course or its title. */
export function rollCalled(
  t: Words,
  kind: Kinds,
  { sessions }: Rolls,
  line: CourseLine | undefined,
  locale: Locale,
): string {
  const place = line ? inLanguage(line.place, locale).text : "";
  const { marked } = marksOf(sessions, line?.seatsTaken ?? 0);
  return t(marked === 0 ? "what.rollNotTaken" : "what.roll", {
    what: sessionsCalled(sessions, kind, locale),
    course: isolate(place || shownIn(sessions[0].course, locale), locale),
  });
}

/**
 * In which course, where, and when that is. A generated title has no place in letters of another script: then it stands after
 * the title, as it was written.
 */
export function whereOf(
  item: Await,
  line: Pick<CourseLine, "place" | "startsOn" | "endsOn"> | undefined,
  locale: Locale,
): string {
  const title = shownIn(item.kind === "roll" ? item.sessions[0].course : item.course.title, locale);
  const place = line ? inLanguage(line.place, locale).text : "";
  const dates = line?.startsOn && line.endsOn ? shortRange(line.startsOn, line.endsOn, locale) : "";
  const besides = title.includes(place) ? "" : isolate(place, locale);
  return [holdDashes(title), besides, dates].filter(Boolean).join(dotBetween);
}
