import { getLocale, getTranslations } from "next-intl/server";
import { timeWords } from "@/app/_words/away";
import type { Course } from "@/lib/courses/queries";
import { moduleName } from "@/lib/curriculum/rules";
import type { Group } from "@/lib/groups/queries";
import { hours, languageName, shortDay, timeRange } from "@/lib/i18n/format";
import { commas, inLanguage, isolate, nameFor, shownIn } from "@/lib/i18n/rules";
import type { NamedIssue, Session } from "@/lib/timetable/queries";
import { nameInSentence } from "./changes";

/** What is open in words: what it is, and which sessions it is of; none where it is of the whole plan. */
export type IssueWords = { what: string; where: string[] };

/** Puts what is open in a plan into words. */
export async function issueWords(
  course: { tools: readonly Pick<Course["tools"][number], "modules" | "title">[] },
  groups: readonly Group[],
  sessions: readonly Session[],
): Promise<(issue: NamedIssue) => IssueWords> {
  const locale = await getLocale();
  const t = await getTranslations("issues.what");
  const of = await getTranslations("timetable");
  const names = new Map(
    await Promise.all(sessions.map(async (s) => [s.id, await nameInSentence(s)] as const)),
  );
  const absence = await timeWords();
  const people = new Map(
    sessions.flatMap((s) => [...s.trainers, ...s.asked].map((one) => [one.id, one] as const)),
  );
  const modules = course.tools.flatMap((tool) => tool.modules.map((module) => ({ tool, ...module })));
  const person = (id: number) => isolate(nameFor(people.get(id)!, locale), locale);
  /** With its tool, which is all that a tool without modules is called by. */
  const moduleCalled = (id: number) => {
    const module = modules.find((one) => one.id === id);
    if (!module) return "";
    const tool = inLanguage(module.tool.title, "en").text;
    const own = module.code ? moduleName(module, shownIn(module.title, locale)) : "";
    return isolate(`${tool} ${own}`.trim(), locale);
  };
  const time = (minutes: number) => isolate(hours(minutes, locale), locale);
  const what = (issue: NamedIssue): string => {
    switch (issue.kind) {
      case "same_time":
        return t("same_time", { session: names.get(issue.otherId) ?? "" });
      case "not_qualified":
        return t("not_qualified", { name: person(issue.trainerId), module: moduleCalled(issue.moduleId) });
      case "out_of_order":
        return t("out_of_order", {
          module: moduleCalled(issue.moduleId),
          later: moduleCalled(issue.laterId),
        });
      case "away":
        return t(issue.asked ? "awayAsked" : "away", {
          name: person(issue.trainerId),
          when: isolate(absence(issue.time), locale),
        });
      case "language": {
        const group = groups.find(({ id }) => id === issue.groupId);
        const language = languageName(issue.language, locale);
        return t("language", { group: isolate(group?.name ?? "", locale), language });
      }
      case "room_too_small":
        return t("room_too_small", { seats: issue.seats, people: issue.people });
      case "no_room":
        return t("no_room", { count: issue.sessionIds.length });
      case "empty_group": {
        const group = groups.find(({ id }) => id === issue.groupId);
        return t("empty_group", { group: isolate(group?.name ?? "", locale) });
      }
      case "asked_twice":
        return t("asked_twice", { name: person(issue.trainerId) });
      case "unanswered":
        return t("unanswered", { count: issue.requests });
      case "too_few":
        return t("too_few", {
          people: issue.people,
          minimum: issue.minimum,
          day: isolate(shortDay(issue.by, locale), locale),
        });
      case "without_plan":
        return t("without_plan", {
          people: issue.people,
          day: isolate(shortDay(issue.by, locale), locale),
        });
      case "over_hours":
        return issue.trainerId === undefined
          ? t("over_hours", { time: time(issue.minutes) })
          : issue.hidden
            ? t("over_hours_hidden", { name: person(issue.trainerId), time: time(issue.most) })
            : t("over_hours_trainer", { name: person(issue.trainerId), time: time(issue.minutes) });
      case "not_worked":
        return t(issue.holiday ? "holiday" : "weekend");
      case "travel": {
        const said = { name: person(issue.trainerId), day: isolate(shortDay(issue.there, locale), locale) };
        if (issue.venue) return t("travelVenue", { ...said, venue: isolate(issue.venue, locale) });
        if (issue.course === null) return t("travelOther", said);
        return t("travel", { ...said, course: isolate(shownIn(issue.course, locale), locale) });
      }
      case "trainer_expected": {
        const name = person(issue.trainerId);
        return issue.course === null
          ? t("trainer_busy", { name })
          : t("trainer_expected", { name, course: isolate(shownIn(issue.course, locale), locale) });
      }
      case "people_elsewhere":
        return t("people_elsewhere", { people: issue.people });
      case "minutes_missing": {
        const said = { time: time(issue.minutes), module: moduleCalled(issue.moduleId) };
        const group = groups.find(({ id }) => id === issue.groupId);
        return group
          ? t("minutes_missing_of", { ...said, group: isolate(group.name, locale) })
          : t("minutes_missing", said);
      }
      case "part_missing": {
        const said = { part: isolate(of(`part.${issue.part}`), locale), time: time(issue.minutes) };
        const own = groups.filter(({ id }) => issue.groupIds?.includes(id)).map(({ name }) => name);
        return own.length > 0
          ? t("part_missing_of", { ...said, group: isolate(commas(own, locale), locale) })
          : t("part_missing", said);
      }
      case "without_group":
        return t("without_group", { people: issue.people, time: time(issue.minutes) });
      default:
        return t(issue.kind);
    }
  };
  const called = (session: Session) =>
    of("sessionLine", {
      session: names.get(session.id) ?? "",
      day: shortDay(session.day, locale),
      times: isolate(timeRange(session.startsAt, session.endsAt, locale), locale),
    });
  /** Where what is said names the module already. */
  const when = (session: Session) =>
    commas(
      [
        shortDay(session.day, locale),
        isolate(timeRange(session.startsAt, session.endsAt, locale), locale),
        session.group && isolate(session.group, locale),
      ],
      locale,
    );
  return (issue) => {
    const ids = "sessionIds" in issue ? issue.sessionIds : [issue.sessionId];
    const say = issue.kind === "not_qualified" ? when : called;
    return {
      what: what(issue),
      where: ids.flatMap((id) => sessions.filter((s) => s.id === id).map(say)),
    };
  };
}

/** Who is away at which session, or has a place in another course then, as a sentence; what somebody accepted is not said again. */
export function saidBySession(
  kind: "away" | "trainer_expected",
  issues: readonly NamedIssue[],
  words: (issue: NamedIssue) => IssueWords,
): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>();
  for (const issue of issues)
    if (issue.kind === kind && "sessionIds" in issue)
      for (const id of issue.sessionIds) found.set(id, [...(found.get(id) ?? []), words(issue).what]);
  return found;
}
