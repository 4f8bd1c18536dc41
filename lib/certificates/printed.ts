import type { Context } from "../acts/context";
import type { CourseRow } from "../courses/store";
import { courseTools } from "../courses/store/rows";
import { inLanguage, type Locale, locales } from "../i18n/rules";
import { programmeRow } from "../programmes/store";
import type { CertificateFacts } from "./rules";
import { type Printed, printed, saidIn } from "./rules/printed";
import type { CertificateRow } from "./store";

/** What a certificate bears that is said in other languages as well. */
type OnPaper = Pick<CertificateRow, "facts" | "language">;

/** The tools and modules of a certificate, as printed and in other languages. */
function printedTools(cx: Context, courseId: number, { facts, language }: OnPaper) {
  const tools = courseTools(cx, courseId);
  return facts.tools.map((tool) => {
    const same = tools.filter((t) => inLanguage(t.title, language).text === tool.name);
    const modules = same.flatMap((t) => t.modules);
    return {
      name: printed(tool.name, language, ...same.map((t) => t.title)),
      version: tool.version,
      modules: tool.modules.map(({ code, title }) => ({
        code,
        title: printed(title, language, ...modules.filter((m) => m.code === code).map((m) => m.title)),
      })),
    };
  });
}

/** All words that a certificate of a course bears, each with what is kept of it in other languages. */
export function printedFacts(cx: Context, course: CourseRow, row: OnPaper) {
  const { facts, language } = row;
  const programme = programmeRow(cx, course.programmeId)!;
  return {
    course: printed(facts.course, language, facts.said?.course, course.title),
    tools: printedTools(cx, course.id, row),
    programme: printed(facts.programme, language, facts.said?.programme, programme.title),
    place: printed(facts.place, language, facts.said?.place, course.place),
    signatories: facts.signatories.map(({ name, role }) => ({
      name,
      role: printed(role, language, ...course.signatories.filter((s) => s.name === name).map((s) => s.role)),
    })),
    issuer: printed(facts.issuer, language, facts.said?.issuer, programme.issuer),
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
  const { tools, signatories, ...texts } = printedFacts(cx, course, row);
  const say = (text: Printed) => saidIn(text, language);
  const facts: CertificateFacts = {
    ...row.facts,
    course: say(texts.course),
    programme: say(texts.programme),
    place: say(texts.place),
    issuer: say(texts.issuer),
    tools: tools.map(({ name, version, modules }) => ({
      ...{ name: say(name), version },
      modules: modules.map(({ code, title }) => ({ code, title: say(title) })),
    })),
    signatories: signatories.map(({ name, role }) => ({ name, role: say(role) })),
  };
  return { ...row, facts, language };
}
