import type { Context } from "../acts/context";
import type { CourseRow } from "../courses/store";
import { courseTools } from "../courses/store/rows";
import { toolCatalogue } from "../curriculum/queries";
import { inLanguage, type Locale, locales, nameFor, type PersonsNames } from "../i18n/rules";
import { programmeRow } from "../programmes/store";
import { registrationRow } from "../registrations/store";
import { approvals } from "../stages/rules/decide";
import { stageEventsOf } from "../stages/store/events";
import type { CertificateFacts } from "./rules";
import { type Printed, printed, printedName, saidIn } from "./rules/printed";
import type { CertificateRow } from "./store";

/** What a certificate bears that is said in other languages as well. */
type OnPaper = Pick<CertificateRow, "facts" | "language" | "registrationId">;

/**
 * The tools and modules of a certificate, as printed and in other languages: by the version that its course taught, else (learnt
 * elsewhere, or from a version before) by another one of the tool that says the same in the language of the paper.
 */
function printedTools(cx: Context, courseId: number, { facts, language }: OnPaper) {
  const catalogue = toolCatalogue(cx).map(({ title, versions }) => ({
    title,
    modules: versions.flatMap(({ modules }) => modules),
  }));
  const tools = [...courseTools(cx, courseId), ...catalogue];
  return facts.tools.map((tool) => {
    const same = tools.filter((t) => inLanguage(t.title, language).text === tool.name);
    const modules = same.flatMap((t) => t.modules);
    return {
      name: printed(tool.name, language, ...same.map((t) => t.title)),
      version: tool.version,
      ...(tool.country ? { country: tool.country } : {}),
      modules: tool.modules.map(({ code, title }) => ({
        code,
        title: printed(title, language, ...modules.filter((m) => m.code === code).map((m) => m.title)),
      })),
    };
  });
}

/** Who may be named as having recommended or approved: as the certificate keeps them, of an older one whoever decided on its holder. */
function decidersOf(cx: Context, { facts, registrationId }: OnPaper): readonly PersonsNames[] {
  if (facts.deciders || !(facts.recommendedBy || facts.approvedBy)) return facts.deciders ?? [];
  const { personId } = registrationRow(cx, registrationId)!;
  const decided = [...approvals, "recommended"];
  return stageEventsOf(cx, [personId]).flatMap(({ kind, by }) => (decided.includes(kind) && by ? by : []));
}

/** A name as it is printed, and in the form of each language, where one of these people is called so. */
function personPrinted(name: string | undefined, language: Locale, people: readonly PersonsNames[]) {
  if (!name) return null;
  const person = people.find((one) => one.name === name || one.latinName === name);
  const forms = person ? locales.map((locale) => [locale, nameFor(person, locale)] as const) : [];
  return { printed: name, said: { own: language, ...Object.fromEntries(forms), [language]: name } };
}

/** All words that a certificate of a course bears, each with what is kept of it in other languages. */
export function printedFacts(cx: Context, course: CourseRow, row: OnPaper) {
  const { facts, language } = row;
  const programme = programmeRow(cx, course.programmeId)!;
  const deciders = decidersOf(cx, row);
  return {
    recommendedBy: personPrinted(facts.recommendedBy, language, deciders),
    approvedBy: personPrinted(facts.approvedBy, language, deciders),
    course: printed(facts.course, language, facts.said?.course, course.title),
    tools: printedTools(cx, course.id, row),
    programme: printed(facts.programme, language, facts.said?.programme, programme.title),
    place: printedName(facts.place, language, facts.said?.place, course.place),
    signatories: facts.signatories.map(({ name, role }) => ({
      name,
      role: printed(role, language, ...course.signatories.filter((s) => s.name === name).map((s) => s.role)),
    })),
    issuer: printedName(facts.issuer, language, facts.said?.issuer, programme.issuer),
  };
}

/** In which languages a certificate is had on paper: a certification as a trainer in each, another one as it was issued. */
export const papersIn = ({ kind, language }: Pick<CertificateRow, "kind" | "language">): readonly Locale[] =>
  kind === "trainer_certification" ? locales : [language];

/** The same certificate in a language: its words where they are kept in that one; what is in no other stays as it is. */
export function inWords<Row extends OnPaper>(
  cx: Context,
  course: CourseRow,
  row: Row,
  language: Locale,
): Row {
  if (language === row.language) return row;
  const { tools, signatories, recommendedBy, approvedBy, ...texts } = printedFacts(cx, course, row);
  const say = (text: Printed) => saidIn(text, language);
  const facts: CertificateFacts = {
    ...row.facts,
    ...(recommendedBy ? { recommendedBy: say(recommendedBy) } : {}),
    ...(approvedBy ? { approvedBy: say(approvedBy) } : {}),
    course: say(texts.course),
    programme: say(texts.programme),
    place: say(texts.place),
    issuer: say(texts.issuer),
    tools: tools.map(({ name, modules, ...version }) => ({
      ...{ name: say(name), ...version },
      modules: modules.map(({ code, title }) => ({ code, title: say(title) })),
    })),
    signatories: signatories.map(({ name, role }) => ({ name, role: say(role) })),
  };
  return { ...row, facts, language };
}
