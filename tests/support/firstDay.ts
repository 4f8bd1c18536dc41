import { createCourse, editCourse } from "../../lib/courses/commands";
import { courseEditSchema, courseSchema } from "../../lib/courses/schema";
import { type Tool, toolCatalogue } from "../../lib/curriculum/queries";
import { toolEditSchema, toolVersionEditSchema } from "../../lib/curriculum/schema";
import { locales } from "../../lib/i18n/rules";
import { fieldIn } from "../../lib/languageFields";
import { createProgramme } from "../../lib/programmes/commands";
import { programmeSchema } from "../../lib/programmes/schema";
import { openStore } from "../../lib/store/commands";
import { as } from "./as";
import { deskCourse } from "./desk";
import { courseForm, now, person, value, viewer } from "./world";

/** A database as it is on its first day, with a programme of an administrator's and its coordinator. */
export function firstDay() {
  openStore(now);
  const administrator = viewer(person("Administrator"), { administrator: true });
  const { programmeId } = value(
    createProgramme(
      as(administrator, now),
      programmeSchema.parse({ code: "First", titleEn: "First", issuerEn: "ILO", moreCountry1: "EG" }),
    ),
  );
  const coordinator = viewer(person("Coordinator"), { coordinates: [programmeId] });
  const shipped = (code: string) => toolCatalogue(as(administrator)).find((t) => t.code === code)!;

  /** A course on the whole of Think.Coop, or on other modules. */
  const form = (more: Record<string, unknown> = {}) => ({
    ...courseForm({ programmeId, moduleIds: [], trainerIds: [], venueId: 0 } as never),
    moduleIds: [String(shipped("think-coop").versions[0]!.modules[0]!.id)],
    venueId: "",
    ...more,
  });
  const plan = (more: Record<string, unknown> = {}) =>
    value(createCourse(as(coordinator, now), courseSchema.parse(form(more))));
  const planAgain = (courseId: number, more: Record<string, unknown> = {}) =>
    editCourse(
      as(coordinator, now),
      courseEditSchema.parse({
        ...form(more),
        courseId: String(courseId),
        version: String(deskCourse(as(coordinator), courseId)!.version),
      }),
    );

  return { administrator, programmeId, coordinator, shipped, form, plan, planAgain };
}

/** The fields of a tool's texts as its page has them. */
export const texts = (tool: Tool, more: Record<string, string> = {}) =>
  toolEditSchema.parse({
    toolId: String(tool.id),
    version: String(tool.version),
    ownLanguage: tool.title.own,
    otherNames: tool.otherNames.join("\n"),
    manualUrl: tool.manualUrl ?? "",
    ...Object.fromEntries(
      (["title", "description", "audience"] as const).flatMap((name) =>
        locales.map((l) => [fieldIn(name, l), tool[name][l] ?? ""]),
      ),
    ),
    ...more,
  });

/** The fields of its first version. */
export const version = (
  tool: Tool,
  more: Record<string, string> = {},
  changed: Record<number, Record<string, string>> = {},
  added: Record<string, string>[] = [],
) => {
  const [first] = tool.versions;
  return toolVersionEditSchema.parse({
    toolVersionId: String(first!.id),
    version: String(tool.version),
    ownLanguage: "ar",
    versionLabel: first!.label,
    country: first!.country,
    modules: [
      ...first!.modules.map((m) => ({
        id: String(m.id),
        code: m.code,
        minutes: String(m.minutes),
        position: String(m.position),
        retired: m.retiredAt === null ? "" : "on",
        ...Object.fromEntries(locales.map((l) => [fieldIn("title", l), m.title[l] ?? ""])),
        ...changed[m.id],
      })),
      ...added,
    ],
    ...more,
  });
};
