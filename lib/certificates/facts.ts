import type { Context } from "../acts/context";
import type { CourseRow } from "../courses/store";
import { courseTools } from "../courses/store/rows";
import { toolCatalogue } from "../curriculum/queries";
import { printableName } from "../documents/coverage";
import { inLanguage, type Locale, nameFor, namesAlone, type PersonsNames } from "../i18n/rules";
import { programmeRow } from "../programmes/store";
import { refuse } from "../result";
import { modulesOfTools } from "../stages/rules/ledger";
import type { CertificateFacts } from "./rules";
import { withLatin } from "./rules/printed";

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
      ...(tool.country ? { country: tool.country } : {}),
      modules: tool.modules.map((m) => ({ code: m.code, title: say(m.title) })),
    })),
    startsOn: course.startsOn,
    endsOn: course.endsOn,
    year: course.year,
    place: say(withLatin(course.place)),
    online: course.mode === "online",
    country: course.country,
    minutes,
    programme: say(programme.title),
    issuer: say(withLatin(programme.issuer)),
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

/** Who recommended and approved, as a paper in a language names them, and with each form of their name. */
export function decidersFor(
  { recommendedBy, approvedBy }: Record<"recommendedBy" | "approvedBy", PersonsNames | null>,
  language: Locale,
): Pick<CertificateFacts, "recommendedBy" | "approvedBy" | "deciders"> {
  return {
    ...(recommendedBy ? { recommendedBy: nameFor(recommendedBy, language) } : {}),
    ...(approvedBy ? { approvedBy: nameFor(approvedBy, language) } : {}),
    deciders: [recommendedBy, approvedBy].flatMap((one) => (one ? namesAlone(one) : [])),
  };
}

/** The tool with these of its modules, as the document names them: by the version that the course taught, else the newest. */
export function toolOnPaper(
  cx: Context,
  toolId: number,
  codes: readonly string[],
  taught: readonly number[],
  language: Locale,
) {
  const tool = toolCatalogue(cx).find(({ id }) => id === toolId)!;
  const of = modulesOfTools([tool]);
  const say = (text: Parameters<typeof inLanguage>[0]) => inLanguage(text, language).text;
  const versions = [
    ...tool.versions.filter(({ modules }) => modules.some(({ id }) => taught.includes(id))),
    ...tool.versions.filter(({ supersededAt }) => supersededAt === null),
    ...tool.versions,
  ];
  const all = versions.flatMap(({ modules }) => modules);
  return {
    name: say(tool.title),
    version: versions[0]?.label ?? "",
    ...(versions[0]?.country ? { country: versions[0].country } : {}),
    modules: codes.flatMap((code) => {
      const module = all.find(({ id }) => of.get(id)?.code === code);
      return module ? [{ code, title: say(module.title) }] : [];
    }),
  };
}
