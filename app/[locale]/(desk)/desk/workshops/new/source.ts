import { getLocale, getTranslations } from "next-intl/server";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import { deskCourse } from "@/lib/courses/queries";
import { moduleName, usualVersion } from "@/lib/curriculum/rules";
import { fullDay } from "@/lib/i18n/format";
import { isolate, type Locale, nameFor, shownIn } from "@/lib/i18n/rules";
import { ifGranted } from "@/lib/result";
import { ownOverdue, ownPlanned, type PlannedOwn } from "@/lib/stages/queries/ownPlanned";
import { courseSessions } from "@/lib/timetable/queries";
import { ownQualified } from "@/lib/timetable/queries/qualified";
import { toolsOffered, trainerOptions } from "../../courses/offered";
import { workshopDefaults } from "../WorkshopFields";

/** A workshop of one's own action plan that can be scheduled as it is planned. */
export type Offer = PlannedOwn & {
  /** Where the form is that begins with it: at the first step that asks for something. */
  href: string;
  /** The same without its step. */
  asked: string;
  said: string;
};

/** Tools with the versions and modules that can be chosen. */
type Tools = ReturnType<typeof toolsOffered>;

const isOffer = (one: Offer | null): one is Offer => one !== null;

/** What the viewer's action plans hold that is not scheduled yet, with tools that are still taught. */
export const offersOf = async (cx: Context, tools: Tools): Promise<Offer[]> =>
  cx.viewer.personId === null ? [] : offersAmong(cx, ownPlanned(cx, gate.self(cx)), tools);

/** Those of which the day is over. */
export const offersOver = async (cx: Context, today: string): Promise<Offer[]> =>
  cx.viewer.personId === null ? [] : offersAmong(cx, ownOverdue(cx, gate.self(cx), today));

/** @param read the tools offered, where they were read already. */
async function offersAmong(cx: Context, planned: readonly PlannedOwn[], read?: Tools): Promise<Offer[]> {
  if (planned.length === 0) return [];
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("actionPlan");
  const tools = read ?? toolsOffered(cx, undefined);
  const offers = planned.map((one): Offer | null => {
    const tool = tools.find(({ id }) => id === one.toolId);
    if (!tool) return null;
    const asked = `plan=${one.registrationId}&workshop=${one.number}`;
    const said = {
      tool: isolate(shownIn(tool.title, locale), locale),
      day: fullDay(one.plannedFor, locale),
      place: isolate(one.place, locale),
      audience: isolate(one.audience ?? "", locale),
    };
    return {
      ...one,
      asked,
      href: `/desk/workshops/new?${asked}#${one.day ? "check" : "where"}`,
      said: one.audience ? t("lineFor", said) : t("line", said),
    };
  });
  return offers.filter(isOffer);
}

/**
 * What a workshop of an action plan fills in: of the tool, as it is usually taught where the plan was made, what the planner
 * may lead, all of it where nothing is known of that; in its country and zone.
 */
export function plannedDefaults(cx: Context, offer: PlannedOwn, tools: Tools) {
  const tool = tools.find(({ id }) => id === offer.toolId);
  const version = tool && usualVersion(tool.versions, offer.country);
  const modules = version?.modules.map(({ id }) => id) ?? [];
  const leads = ownQualified(cx, gate.self(cx), modules);
  return {
    moduleIds: modules.filter((id) => leads.size === 0 || leads.has(id)).map(String),
    country: offer.country,
    zone: offer.zone,
    startsOn: offer.day ?? "",
    place: offer.place,
    audience: offer.audience ?? "",
  };
}

/** One of the viewer's own workshops, to schedule another one like it; null where the key is of none. */
export function workshopToRepeat(cx: Context, key: number | null) {
  const course = key === null ? null : ifGranted(() => gate.workshop(cx, "workshop.edit", key));
  return course && course.scheduledBy === cx.viewer.personId
    ? deskCourse(cx, gate.courseFor(cx, "course.read", course))
    : null;
}

/**
 * What another workshop like this one begins with, as far as it is still offered: all but its days, its village and for whom it
 * was, which are asked again, so that none is sent for the people of the one before. `left`: what is offered no more, by its names.
 */
export function repeatedFrom(
  cx: Context,
  course: NonNullable<ReturnType<typeof workshopToRepeat>>,
  programmeId: number,
  locale: Locale,
  tools: Tools,
) {
  const sessions = courseSessions(cx, course);
  const { version: _, ...was } = workshopDefaults(course, sessions).defaults;
  const modules = new Set(
    tools.flatMap(({ versions }) =>
      versions.flatMap((version) => version.modules.map(({ id }) => String(id))),
    ),
  );
  const trainers = new Set(trainerOptions(cx, [programmeId], undefined, locale).map(({ value }) => value));
  const people = new Map(
    [...course.trainers, ...sessions.flatMap((s) => s.asked)].map((one) => [
      String(one.id),
      nameFor(one, locale),
    ]),
  );
  return {
    left: [
      ...course.tools.flatMap((tool) =>
        tool.modules.flatMap((m) =>
          modules.has(String(m.id)) ? [] : moduleName(m, isolate(shownIn(m.title, locale), locale)),
        ),
      ),
      ...was.trainerIds.flatMap((id) => (trainers.has(id) ? [] : (people.get(id) ?? []))),
    ],
    defaults: {
      ...was,
      programmeId: String(programmeId),
      moduleIds: was.moduleIds.filter((id) => modules.has(id)),
      place: "",
      venueId: "",
      organisationIds: [],
      audience: "",
      trainerIds: was.trainerIds.filter((id) => trainers.has(id)),
      startsOn: "",
      endsOn: "",
    },
  };
}
