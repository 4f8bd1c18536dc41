import type { Context } from "../acts/context";
import { isTentative } from "../courses/rules";
import { type CourseRow, courseRow } from "../courses/store";
import { commas, inLanguage, type Locale } from "../i18n/rules";
import { personRow } from "../people/store";
import { venueRow } from "../places/store";
import { programmeRow } from "../programmes/store";
import { registrationRow } from "../registrations/store";
import { nextSessionRow } from "../timetable/store";
import type { Told } from "./rules";

/** What a message says of a course, in a language. */
function ofCourse(cx: Context, course: CourseRow, language: Locale) {
  const venue = course.venueId === null ? undefined : venueRow(cx, course.venueId);
  const programme = programmeRow(cx, course.programmeId)!;
  return {
    course: inLanguage(course.title, language).text,
    /** While it is being planned nothing of it is promised. */
    draft: course.state === "draft" ? "yes" : "",
    startsOn: course.startsOn ?? "",
    endsOn: course.endsOn ?? "",
    mode: course.mode,
    venue: commas([venue?.name ?? null, venue?.address ?? null], language),
    place: inLanguage(course.place, language).text,
    country: course.country,
    contact: commas([programme.contactName, programme.contactPhone, programme.contactEmail], language),
  };
}

/**
 * What a message says of person, course and registration as they are now, and what the command gave. Days and times are
 * civil ones; whoever writes the message puts them as its language does.
 */
export function valuesOf(
  cx: Context,
  told: Pick<Told, "personId" | "registrationId" | "courseId" | "params">,
  language: Locale,
): Record<string, string> {
  const name = personRow(cx, told.personId)?.name ?? "";
  const registration = told.registrationId === null ? undefined : registrationRow(cx, told.registrationId);
  const courseId = registration?.courseId ?? told.courseId;
  const course = courseId === null ? undefined : courseRow(cx, courseId);
  if (!course) return { name, link: `${cx.settings.publicUrl}/account`, ...told.params };
  if (!registration) {
    const link = `${cx.settings.publicUrl}${told.params.at ?? `/desk/courses/${course.id}`}`;
    return { name, ...ofCourse(cx, course, language), link, ...told.params };
  }
  const next = nextSessionRow(cx, course.id, registration.groupId);
  return {
    name,
    ...ofCourse(cx, course, language),
    decideBy: isTentative(course) ? (course.decideBy ?? "") : "",
    nextDay: next?.day ?? "",
    nextFrom: next?.startsAt ?? "",
    nextTo: next?.endsAt ?? "",
    number: `${course.id}-${registration.number}`,
    link: `${cx.settings.publicUrl}/registrations/${registration.token}`,
    ...told.params,
  };
}
