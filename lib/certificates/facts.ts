import type { Context } from "../acts/context";
import type { CourseRow } from "../courses/store";
import { courseTools } from "../courses/store/rows";
import { printableName } from "../documents/coverage";
import { inLanguage, type Locale } from "../i18n/rules";
import { programmeRow } from "../programmes/store";
import { refuse } from "../result";
import type { CertificateFacts } from "./rules";

/** What is the same for all certificates of a course, read once. */
export const courseFacts = (cx: Context, course: CourseRow) => ({
  course,
  programme: programmeRow(cx, course.programmeId)!,
  tools: courseTools(cx, course.id),
});
export type CourseFacts = ReturnType<typeof courseFacts>;

/**
 * What a certificate of this person will say, in a language.
 * @throws Refusal `nameCannotBePrinted`
 */
export function factsFor(
  { course, programme, tools }: CourseFacts,
  person: { name: string; latinName: string | null },
  minutes: number,
  language: Locale,
): CertificateFacts {
  const say = (text: Parameters<typeof inLanguage>[0]) => inLanguage(text, language).text;
  const name = printableName(person) ?? refuse("nameCannotBePrinted", { params: { name: person.name } });
  return {
    ...name,
    course: say(course.title),
    courseKind: course.kind,
    tools: tools.map((tool) => ({
      name: say(tool.title),
      version: tool.version,
      modules: tool.modules.map((m) => ({ code: m.code, title: say(m.title) })),
    })),
    startsOn: course.startsOn,
    endsOn: course.endsOn,
    year: course.year,
    place: say(course.place),
    online: course.mode === "online",
    country: course.country,
    minutes,
    programme: say(programme.title),
    issuer: say(programme.issuer),
    signatories: course.signatories.map((s) => ({ name: s.name, role: say(s.role) })),
    fictional: course.fictional,
    said: {
      course: course.title,
      issuer: programme.issuer,
      programme: programme.title,
      place: course.place,
    },
  };
}
