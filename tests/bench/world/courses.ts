import type Database from "better-sqlite3";
import { countryFacts } from "../../../db/values/countries";
import { defaultRule } from "../../../lib/completion/rules";
import { generatedTitle } from "../../../lib/courses/titles/generated";
import { locales, type Translated } from "../../../lib/i18n/rules";
import { searchText } from "../../../lib/names/rules";
import { addDays, minutesOf } from "../../../lib/time/civil";
import { instantOf } from "../../../lib/time/zone";
import { proposeTimetable, workingDays } from "../../../lib/timetable/rules/propose";
import type { Dice } from "./dice";
import { into, keysOf } from "./fill";
import { speech } from "./places";
import type { Tool } from "./tools";

const dayMs = 86_400_000;
const hours = { startsAt: "09:00", endsAt: "15:30", breakFrom: "12:00", breakMinutes: 60 };

/** What a course is to be. */
export type Plan = {
  slug: string;
  programme: { id: number; code: string; title: Translated };
  country: string;
  town: { en: string; fr: string; ar: string };
  kind: "tot" | "user";
  tools: Tool[];
  /** Its first day, and how many calendar days it lasts. */
  startsOn: string;
  days: number;
  state: "draft" | "open" | "running" | "closed" | "cancelled";
  capacity: number;
  admission: "selection" | "first_come";
  trainers: number[];
  venueId: number | null;
  by: number;
  /** Whose own workshop it is; a coordinator's course where it is left out. */
  scheduledBy?: number;
};

export type Session = { id: number; minutes: number; startInstant: number; endInstant: number };

/** A course that has been made. */
export type Made = Plan & {
  id: number;
  title: Translated;
  zone: string;
  endsOn: string;
  sessions: Session[];
};

/** Makes courses with their plan and timetable. */
export function coursesOf(sqlite: Database.Database, dice: Dice) {
  const nextCourse = keysOf(sqlite, "courses");
  const nextSession = keysOf(sqlite, "sessions");
  const courseInto = into(
    sqlite,
    "courses",
    "id slug programme_id kind title search country place mode venue_id zone starts_on ends_on languages capacity admission state state_reason min_attendance min_post_test micro_teaching costs signatories fictional created_at updated_at approved_at scheduled_by",
  );
  const moduleInto = into(sqlite, "course_modules", "course_id module_id position");
  const trainerInto = into(sqlite, "course_trainers", "course_id person_id");
  const teachesInto = into(sqlite, "session_trainers", "session_id person_id");
  const sessionInto = into(
    sqlite,
    "sessions",
    "id course_id kind module_id day starts_at ends_at zone start_instant end_instant minutes updated_at",
  );
  const auditInto = into(sqlite, "audit_log", "at by_person_id action subject subject_id detail");
  const searches = new Map<string, string>();
  const midnights = new Map<string, number>();

  /** When a civil day begins, taken from nine in the morning: on a day that changes its hours, lessons are right. */
  const midnight = (day: string, zone: string) => {
    const key = `${zone} ${day}`;
    let at = midnights.get(key);
    if (at === undefined) {
      at = instantOf(day, "09:00", zone) - 540 * 60_000;
      midnights.set(key, at);
    }
    return at;
  };

  const searchOf = (plan: Plan, title: Translated) => {
    const key = `${title.en} ${plan.programme.code}`;
    let text = searches.get(key);
    if (text === undefined) {
      const said = [title, plan.town, plan.programme.title, ...plan.tools.map((tool) => tool.title)];
      text = searchText([
        ...new Set([
          ...said.flatMap((texts) => locales.map((locale) => texts[locale] ?? "")),
          ...plan.tools.flatMap((tool) => tool.otherNames),
          plan.programme.code,
        ]),
      ]);
      searches.set(key, text);
    }
    return text;
  };

  const timetable = (plan: Plan, courseId: number, endsOn: string, zone: string, at: number): Session[] => {
    const { weekend } = countryFacts[plan.country]!;
    const worked = workingDays(plan.startsOn, endsOn, weekend, new Set());
    // One that begins or runs today teaches today whatever the weekday, so that its roll can be taken.
    const days = worked.length > 0 && worked[0] === plan.startsOn ? worked : [plan.startsOn, ...worked];
    const { blocks } = proposeTimetable(
      plan.tools.flatMap((tool) => tool.modules),
      days,
      hours,
    );
    return blocks.map((block, i) => {
      const begins = midnight(block.day, zone);
      const startInstant = begins + minutesOf(block.startsAt) * 60_000;
      const endInstant = begins + minutesOf(block.endsAt) * 60_000;
      const id = nextSession();
      const minutes = (endInstant - startInstant) / 60_000;
      sessionInto({
        id,
        course_id: courseId,
        kind: block.kind,
        module_id: block.moduleId,
        day: block.day,
        starts_at: block.startsAt,
        ends_at: block.endsAt,
        zone,
        start_instant: startInstant,
        end_instant: endInstant,
        minutes,
        updated_at: at,
      });
      const trainer = plan.trainers[i % plan.trainers.length];
      if (trainer) teachesInto({ session_id: id, person_id: trainer });
      return { id, minutes, startInstant, endInstant };
    });
  };

  /** A course with its modules, trainers and timetable, and the lines of its planning in the audit log. */
  const course = (plan: Plan): Made => {
    const id = nextCourse();
    const { zone } = countryFacts[plan.country]!;
    const { language } = speech[plan.country]!;
    const endsOn = addDays(plan.startsOn, plan.days - 1);
    const title: Translated = { own: language };
    const names = plan.tools.map((tool) => tool.title.en!);
    for (const locale of locales)
      title[locale] = generatedTitle(plan.kind, names, plan.town[locale], language)[locale];
    const rule = defaultRule[plan.kind];
    const at = midnight(plan.startsOn, zone) - 60 * dayMs;
    courseInto({
      id,
      slug: plan.slug,
      programme_id: plan.programme.id,
      kind: plan.kind,
      title: JSON.stringify(title),
      search: searchOf(plan, title),
      country: plan.country,
      place: JSON.stringify({ own: language, ...plan.town }),
      mode: "venue",
      venue_id: plan.venueId,
      zone,
      starts_on: plan.startsOn,
      ends_on: endsOn,
      languages: JSON.stringify([language]),
      capacity: plan.capacity,
      admission: plan.admission,
      state: plan.state,
      state_reason: plan.state === "cancelled" ? "The venue was not to be had" : null,
      min_attendance: rule.minAttendance,
      min_post_test: rule.minPostTest,
      micro_teaching: rule.microTeaching ? 1 : 0,
      costs: JSON.stringify({ own: "en", en: "Free of charge", fr: "Gratuit", ar: "المشاركة مجانية" }),
      signatories: JSON.stringify([
        { name: "Salwa Mansour", role: { own: "en", en: "Programme coordinator", fr: "Coordinatrice" } },
      ]),
      fictional: 1,
      created_at: at,
      updated_at: at,
      approved_at: at,
      scheduled_by: plan.scheduledBy ?? null,
    });
    let position = 0;
    for (const module of plan.tools.flatMap((tool) => tool.modules))
      moduleInto({ course_id: id, module_id: module.id, position: ++position });
    for (const person of plan.trainers) trainerInto({ course_id: id, person_id: person });
    const logged = ["course.create", "timetable.propose", ...(dice.percent(50) ? ["course.edit"] : [])];
    if (plan.state !== "draft") logged.push("course.state");
    for (const action of logged)
      auditInto({ at, by_person_id: plan.by, action, subject: "course", subject_id: id, detail: "{}" });
    return { ...plan, id, title, zone, endsOn, sessions: timetable(plan, id, endsOn, zone, at) };
  };
  return course;
}
