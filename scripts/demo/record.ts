import type { CourseKind, FactKind, SourceKind } from "../../db/values/courses";
import type { CourseLanguage, Locale } from "../../db/values/languages";
import { recordCourse } from "../../lib/records/commands";
import {
  countField,
  countSourceField,
  factSourceField,
  type Group,
  type Measure,
} from "../../lib/records/rules";
import { recordSchema } from "../../lib/records/schema";
import { putCourse, written } from "./put";
import { moduleIdsOf, type Taught } from "./read";
import { as, coordinatorOf, done, type Story, type Text } from "./story";

/** When the past courses were recorded: after the last of them. */
const recordedAt = Date.parse("2024-01-15T09:00:00Z");

export type Count = readonly [measure: Measure, group: Group, count: number, source: SourceKind];

/** A past course that is known by numbers alone, with exactly what is known of it. */
export type Recorded = {
  slug: string;
  programme: string;
  kind: CourseKind;
  title: Text;
  country: string;
  place: Text;
  online?: true;
  days?: { from: string; to: string };
  year?: number;
  datesNote?: Text;
  description?: Text;
  own: Locale;
  tools: readonly Taught[];
  counts?: readonly Count[];
  facts: Partial<Record<FactKind, SourceKind>>;
};

const inEach = (field: string, text: Text | undefined) => ({
  [`${field}En`]: text?.en ?? "",
  [`${field}Fr`]: text?.fr ?? "",
  [`${field}Ar`]: text?.ar ?? "",
});

/** Whoever coordinates the programme records the course. */
export function record(story: Story, known: Recorded): void {
  const languages: CourseLanguage[] = [known.own];
  const form = {
    programmeId: String(story.programmes.get(known.programme)),
    kind: known.kind,
    moduleIds: moduleIdsOf(known.tools).map(String),
    ...inEach("title", known.title),
    ownLanguage: known.own,
    description: known.description?.[known.own] ?? "",
    country: known.country,
    ...inEach("place", known.place),
    mode: known.online ? "online" : "venue",
    startsOn: known.days?.from ?? "",
    endsOn: known.days?.to ?? "",
    year: known.year === undefined ? "" : String(known.year),
    ...inEach("datesNote", known.datesNote),
    languages,
    ...Object.fromEntries(
      (known.counts ?? []).flatMap(([measure, group, count, source]) => [
        [countField(measure, group), String(count)],
        [countSourceField(measure, group), source],
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(known.facts).map(([fact, source]) => [factSourceField(fact as FactKind), source]),
    ),
  };
  const by = as(coordinatorOf(story, known.programme), recordedAt);
  const { courseId } = done(recordCourse(by, recordSchema.parse(form)));
  putCourse(courseId, {
    slug: known.slug,
    ...(known.description ? { description: written("en", known.description) } : {}),
  });
}
