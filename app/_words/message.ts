import { createTranslator } from "next-intl";
import { awayTime } from "@/app/_words/away";
import { weekdayInYear } from "@/app/_words/nearDays";
import type { AwayTime } from "@/lib/away/rules";
import type { SessionKind, TrainerRole } from "@/lib/courses/rules";
import { breakable, countryName, dateRange, fullDay, hours, list, timeRange } from "@/lib/i18n/format";
import { commas, isolate, type Locale, placeAndCountry } from "@/lib/i18n/rules";
import { type Fact, factsOf, type MailKind } from "@/lib/messages/rules";
import { datesWas } from "@/lib/messages/rules/changed";
import type { Stage } from "@/lib/stages/rules/stage";
import { changedSessions } from "./changedSessions";
import { messagesOf } from "./messages";

/** What may stand in the text of a message, empty where there is nothing to say. */
const noValues = {
  name: "",
  course: "",
  facts: "",
  link: "",
  signsIn: "",
  programme: "",
  by: "",
  code: "",
  holds: "",
  left: "",
  shared: "",
  sharers: "",
  minimum: "",
  people: "",
  instead: "",
  answerBy: "",
  note: "",
  asked: "",
  takesOver: "",
  one: "",
  trainer: "",
  answer: "",
  reason: "",
  asker: "",
  askerPhone: "",
  byPhone: "",
  awaited: "",
  own: "",
  from: "",
  reach: "",
  purpose: "",
  tentative: "",
  goes: "",
  only: "",
  draft: "",
  tool: "",
  until: "",
  page: "",
  more: "",
  stage: "",
  renews: "",
  reissued: "",
  master: "",
};

/** A name as it stands in a text: nothing in it becomes a link, which a stranger would write to whoever reads it. */
const asName = (name: string) =>
  name
    .replace(/\S*:\/\/\S*/g, "…")
    .replace(/\.(?=\S)/g, ". ")
    .trim();

/**
 * Subject and text of a message in a person's language: the same for mail and for what a coordinator sends by WhatsApp
 * or reads out. Days and times among the values are civil; paragraphs of which nothing is known are left out.
 */
export function writeMessage({
  language,
  message,
  params,
}: {
  language: Locale;
  message: MailKind;
  params: Record<string, string>;
}): { subject: string; text: string } {
  const messages = messagesOf(language);
  const t = createTranslator({ locale: language, messages, namespace: "mail" });
  const inCourse = createTranslator({ locale: language, messages, namespace: "course" });
  const kinds = createTranslator({ locale: language, messages, namespace: "sessionKind" });
  const roles = createTranslator({ locale: language, messages, namespace: "trainerRole" });
  const stages = createTranslator({ locale: language, messages, namespace: "stages" });
  const weekly = createTranslator({ locale: language, messages, namespace: "away" });
  const where = () => {
    if (!params.place) return "";
    const place = placeAndCountry(params.place, countryName(params.country ?? "", language), language);
    if (params.mode === "online") return inCourse("onlineFrom", { place });
    return [params.venue, place].filter(Boolean).join(" · ");
  };
  const online = createTranslator({ locale: language, messages, namespace: "online" });
  const isAt = (isOnline: string | undefined, at: string | undefined) => (isOnline ? online("online") : at);
  const until = params.until ? breakable(fullDay(params.until, language)) : "";
  const says: Record<Fact, () => string> = {
    changed: () => changedSessions(params, language),
    session: () =>
      params.sessionDay
        ? [
            params.sessionName || kinds(params.sessionKind as SessionKind),
            params.sessionGroup,
            weekdayInYear(params.sessionDay, language),
            breakable(timeRange(params.sessionFrom ?? "", params.sessionTo ?? "", language)),
            isAt(params.sessionOnline, params.sessionAt),
          ]
            .filter(Boolean)
            .join(" · ")
        : "",
    // Of a whole course the group that is meant; that of a session stands beside its name.
    group: () => (params.sessionDay ? "" : (params.sessionGroup ?? "")),
    away: () =>
      list(
        (JSON.parse(params.awayTimes || "[]") as AwayTime[]).map((time) =>
          breakable(awayTime(time, weekly, language)),
        ),
        language,
      ),
    busy: () => (params.busyAt ? t("sessions", { count: Number(params.busyAt) }) : ""),
    role: () => (params.role ? roles(params.role as TrainerRole) : ""),
    instead: () =>
      commas(
        [
          params.other ? asName(params.other) : null,
          params.otherDay ? weekdayInYear(params.otherDay, language) : null,
          params.otherTime || null,
        ],
        language,
      ),
    // Of one session its own day is said.
    dates: () => {
      if (params.sessionDay || !params.startsOn || !params.endsOn) return "";
      const now = breakable(dateRange(params.startsOn, params.endsOn, language));
      const before = datesWas(params);
      return before ? t("change.dates", { now, was: breakable(dateRange(...before, language)) }) : now;
    },
    planned: () =>
      params.plannedDay
        ? [params.tool, breakable(fullDay(params.plannedDay, language)), params.plannedPlace]
            .filter(Boolean)
            .join(" · ")
        : "",
    next: () =>
      params.nextDay && params.nextFrom && params.nextTo
        ? [
            weekdayInYear(params.nextDay, language),
            breakable(timeRange(params.nextFrom, params.nextTo, language)),
            // The first session alone would read as all of the day.
            (params.nextDayEnds ?? "") > params.nextTo
              ? t("dayEnds", { time: isolate(params.nextDayEnds!, language) })
              : "",
            isAt(params.nextOnline, params.nextAt),
          ]
            .filter(Boolean)
            .join(" · ")
        : "",
    decideBy: () => (params.decideBy ? weekdayInYear(params.decideBy, language) : ""),
    place: where,
    number: () => params.number ?? "",
    modules: () => params.modules ?? "",
    meant: () =>
      params.meant
        ? t("meant", {
            count: Number(params.meant),
            hours: breakable(hours(Number(params.meantMinutes), language)),
          })
        : "",
    times: () =>
      (JSON.parse(params.meantTimes || "[]") as { day: string; from: string; to: string }[])
        .map(({ day, from, to }) =>
          [weekdayInYear(day, language), breakable(timeRange(from, to, language))].join(" · "),
        )
        .join("\n"),
    until: () => until,
    reason: () => params.reason ?? "",
    contact: () => params.contact ?? "",
  };
  const lines = (facts: readonly Fact[]) =>
    facts
      .map((fact) => [fact, says[fact]()] as const)
      .filter(([, value]) => value)
      .map(([fact, value]) => t(`fact.${fact}`, { value }))
      .join("\n");
  const name = asName(params.name ?? "");
  const answerBy = params.answerBy ? breakable(fullDay(params.answerBy, language)) : "";
  const stage = params.stage ? stages(`stage.${params.stage as Stage}`) : "";
  const values = { ...noValues, ...params, name, answerBy, until, stage, facts: lines(factsOf[message]) };
  const text = [name ? t("greeting", values) : "", t(`${message}.text`, values), lines(["contact"])];
  return {
    subject: t(`${message}.subject`, values),
    text: text
      .join("\n\n")
      .replace(/\n{3,}/g, "\n\n")
      .trim(),
  };
}
