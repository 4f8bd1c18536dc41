import { getLocale, getTranslations } from "next-intl/server";
import { currentContext } from "@/app/_server/context";
import { MenuItem, RowMenu } from "@/app/_ui/kit/RowMenu";
import { courseWords } from "@/app/_words/ofWorkshop";
import { mayHaveCascade } from "@/lib/cascade/rules/forest";
import { forward, stepsOffered } from "@/lib/courses/progress";
import { allows, type CourseState, isPublic } from "@/lib/courses/rules";
import { shownIn } from "@/lib/i18n/rules";
import { againHref } from "../../../workshops/againHref";
import type { Head, Holds } from "./CourseHead";
import { stepName } from "./stepName";

/** What else can be done with a course; each is a page of its own or a file. */
export async function CourseMenu({ course, holds }: { course: Head; holds: Holds }) {
  const links = await linksOf(course, holds);
  const steps = await stepsAsked(course, holds);
  if (links.length + steps.length === 0) return null;
  return (
    <RowMenu
      of={shownIn(course.title, await getLocale())}
      danger={
        steps.length > 0
          ? steps.map(({ to, name }) => (
              <MenuItem key={to} stop={to === "cancelled"}>
                <a href={`/desk/courses/${course.id}?ask=${to}#ask`}>{name}</a>
              </MenuItem>
            ))
          : undefined
      }
    >
      {links.map(({ href, name }) => (
        <MenuItem key={href}>
          <a href={href}>{name}</a>
        </MenuItem>
      ))}
    </RowMenu>
  );
}

async function linksOf(course: Head, holds: Holds): Promise<{ href: string; name: string }[]> {
  const t = await getTranslations("workspace");
  const o = await getTranslations("overview");
  const w = await getTranslations("workshop");
  const m = await courseWords("move", course);
  const s = await getTranslations("sheet");
  const r = await getTranslations("recordForm");
  const f = await getTranslations("follow");
  const c = await getTranslations("copy");
  const k = await getTranslations("templates");
  const p = await getTranslations("sharing");
  const base = `/desk/courses/${course.id}`;
  const people = course.countedBy === "people";
  const coordinates = holds("course.edit");
  const plans =
    people &&
    allows(course.state, "plan") &&
    (coordinates || (course.scheduledBy !== null && holds("workshop.edit")));
  const { viewer } = await currentContext();
  const isOwn =
    course.scheduledBy !== null && course.scheduledBy === viewer.personId && holds("workshop.edit");
  const shown = isPublic(course);
  return [
    ...(plans ? [{ href: `${base}/edit`, name: coordinates ? o("edit") : w("editTitle") }] : []),
    ...(plans && course.startsOn && holds("timetable.edit")
      ? [{ href: `${base}/move`, name: m("title") }]
      : []),
    ...(isOwn ? [{ href: againHref(course.id), name: w("again") }] : []),
    ...(people && holds("course.create")
      ? [
          { href: `/desk/courses/new?copy=${course.id}`, name: c("title") },
          { href: `${base}/template`, name: k("keep") },
        ]
      : []),
    ...(people ? [] : coordinates ? [{ href: `${base}/record`, name: r("editTitle") }] : []),
    ...(mayHaveCascade(course) && holds("cascade.read")
      ? [{ href: `/desk/cascade/${course.id}`, name: (await getTranslations("cascade"))("ofCourse") }]
      : []),
    ...(holds("sharing.read") ? [{ href: `${base}/sharing`, name: p("title") }] : []),
    ...(people && holds("registrations.decide") ? [{ href: `${base}/tell`, name: t("tab.tell") }] : []),
    ...(people && holds("roll.read") ? [{ href: `${base}/sheet`, name: s("title") }] : []),
    ...(shown ? [{ href: `/courses/${course.slug}`, name: t("publicPage") }] : []),
    ...(shown && people && course.startsOn
      ? [{ href: `/api/files/calendar/${course.slug}`, name: f("calendar") }]
      : []),
  ];
}

/** Steps that do not lead on: back, or the end for good. Each is asked about on the first page of the course. */
async function stepsAsked(course: Head, holds: Holds): Promise<{ to: CourseState; name: string }[]> {
  if (course.countedBy === "numbers" || !holds("course.run")) return [];
  const t = await getTranslations("overview");
  const { nominated, certified } = course.counts;
  const of = { state: course.state, certificateCount: certified, registrationCount: nominated };
  const steps = stepsOffered(of, holds("course.edit")).filter((to) => to !== forward[course.state]);
  return Promise.all(
    steps.map(async (to) => ({ to, name: t("asksFurther", { step: await stepName(course, to) }) })),
  );
}
