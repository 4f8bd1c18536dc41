import type { TrainerRole } from "../../../db/values/timetable";
import type { CourseKind, CourseState } from "../../courses/rules";

/** A course as far as the cascade asks: of which tools, and between which civil days it certainly was; null where nobody knows. */
export type CascadeCourse = {
  id: number;
  kind: CourseKind;
  firstDay: string | null;
  lastDay: string | null;
  toolIds: readonly number[];
};
/** Somebody completed a training of trainers. */
export type Completed = { courseId: number; personId: number };
/** Somebody taught these tools in a course; a role that nobody said is that of a co-trainer. */
export type TaughtIn = {
  courseId: number;
  personId: number;
  role: TrainerRole;
  toolIds: readonly number[];
};
export type Known = {
  courses: readonly CascadeCourse[];
  completed: readonly Completed[];
  taught: readonly TaughtIn[];
};

/** That a course came of a training of trainers, through one of those who completed it. */
export type Link = { totId: number; personId: number; courseId: number; lead: boolean };

/** Where a course is in the forest: below which training, through whom, and in which generation of trainings (from 1). */
export type Place = { courseId: number; totId: number | null; personId: number | null; generation: number };

/** The days between which a course certainly was: of a year alone, its first and its last. */
export const certainDays = (course: {
  startsOn: string | null;
  endsOn: string | null;
  year: number | null;
}) => ({
  firstDay: course.startsOn ?? (course.year === null ? null : `${course.year}-01-01`),
  lastDay: course.endsOn ?? course.startsOn ?? (course.year === null ? null : `${course.year}-12-31`),
});

const grouped = <Row>(rows: readonly Row[], keyOf: (row: Row) => number): Map<number, Row[]> => {
  const found = new Map<number, Row[]>();
  for (const row of rows) {
    const there = found.get(keyOf(row));
    if (there) there.push(row);
    else found.set(keyOf(row), [row]);
  }
  return found;
};

/**
 * Every way in which a course came of a training of trainers: somebody who completed it taught afterwards, as lead or
 * co-trainer, with a tool of that training. What an apprentice does is their own learning, so it leads nowhere.
 * @param toolId the only tool that is asked about; null: any.
 */
export function linksIn({ courses, completed, taught }: Known, toolId: number | null): Link[] {
  const byId = new Map(courses.map((course) => [course.id, course]));
  const totsOf = grouped(completed, ({ personId }) => personId);
  return taught.flatMap(({ courseId, personId, role, toolIds }) => {
    const course = byId.get(courseId);
    if (!course || role === "apprentice" || course.firstDay === null) return [];
    const tools = toolId === null ? toolIds : toolIds.filter((id) => id === toolId);
    return (totsOf.get(personId) ?? []).flatMap(({ courseId: totId }) => {
      const tot = byId.get(totId);
      const after = tot?.kind === "tot" && tot.lastDay !== null && tot.lastDay < course.firstDay!;
      const same = after && tot.toolIds.some((id) => tools.includes(id));
      return same ? [{ totId, personId, courseId, lead: role === "lead" }] : [];
    });
  });
}

/**
 * All that came of some trainings of trainers. A course stands in it once, however many of its trainers come out of them:
 * below the training that its lead completed, the earliest of these; where no lead did, below the earliest of its co-trainers'.
 * A course is always later than what it stands below, so no way leads in a circle.
 */
export function forestOf(known: Known, rootIds: readonly number[], toolId: number | null) {
  const links = linksIn(known, toolId);
  const byTot = grouped(links, ({ totId }) => totId);
  const byId = new Map(known.courses.map((course) => [course.id, course]));
  const within = new Set(rootIds.filter((id) => byId.get(id)?.kind === "tot"));
  for (const totId of within) for (const { courseId } of byTot.get(totId) ?? []) within.add(courseId);
  const inside = links.filter(({ totId }) => within.has(totId));
  const lastDay = (totId: number) => byId.get(totId)!.lastDay!;
  const before = (a: Link, b: Link) =>
    Number(b.lead) - Number(a.lead) ||
    lastDay(a.totId).localeCompare(lastDay(b.totId)) ||
    a.totId - b.totId ||
    a.personId - b.personId;
  const chosen = new Map(
    [...grouped(inside, ({ courseId }) => courseId)].map(([id, all]) => [
      id,
      all.reduce((best, one) => (before(one, best) < 0 ? one : best)),
    ]),
  );
  const generations = new Map<number, number>();
  /** Of a training; what came of it is of the same, another training of the next. */
  const generationOf = (totId: number): number => {
    const there = generations.get(totId);
    if (there !== undefined) return there;
    const above = chosen.get(totId);
    const generation = above ? generationOf(above.totId) + 1 : 1;
    generations.set(totId, generation);
    return generation;
  };
  const places = [...within].map((courseId): Place => {
    const above = chosen.get(courseId);
    const isWorkshop = above && byId.get(courseId)!.kind === "user";
    return {
      courseId,
      totId: above?.totId ?? null,
      personId: above?.personId ?? null,
      generation: generationOf(isWorkshop ? above.totId : courseId),
    };
  });
  return { places, links: inside, below: grouped(places, ({ totId }) => totId ?? 0) };
}
export type Forest = ReturnType<typeof forestOf>;

/** Why a course that a trainer taught is not among what came of the trainings that they completed. */
export type LeftOut = "partly" | "undated" | "apprentice" | "before" | "otherTool" | "noRoll" | "noTot";

/**
 * The courses that those who completed a training of a forest taught and that are not in it, each with the first reason that
 * keeps it out.
 * @param empty those on whose roll nobody is present, which are no part of what is known.
 * @param toolId the only tool that is asked about; what was taught of none but others is no question then.
 */
export function leftOutOf(
  { courses, completed, taught }: Known,
  empty: readonly CascadeCourse[],
  { places }: Pick<Forest, "places">,
  toolId: number | null,
): { courseId: number; why: LeftOut }[] {
  const there = new Set(places.map(({ courseId }) => courseId));
  const tots = new Map(courses.flatMap((one) => (there.has(one.id) ? [[one.id, one]] : [])));
  const totsOf = grouped(
    completed.filter(({ courseId }) => tots.has(courseId)),
    ({ personId }) => personId,
  );
  const asked = taught.filter(
    ({ personId, toolIds }) => totsOf.has(personId) && (toolId === null || toolIds.includes(toolId)),
  );
  const rows = grouped(asked, ({ courseId }) => courseId);
  const whyOf = ({ id, firstDay }: CascadeCourse): LeftOut => {
    const led = rows.get(id)!.filter(({ role }) => role !== "apprentice");
    if (firstDay === null) return "undated";
    if (led.length === 0) return "apprentice";
    const after = led.flatMap(({ personId, toolIds }) =>
      totsOf.get(personId)!.flatMap(({ courseId }) => {
        const tot = tots.get(courseId)!;
        return tot.lastDay !== null && tot.lastDay < firstDay ? [{ tot, toolIds }] : [];
      }),
    );
    if (after.length === 0) return "before";
    return after.some(({ tot, toolIds }) => tot.toolIds.some((tool) => toolIds.includes(tool)))
      ? "noRoll"
      : "otherTool";
  };
  return [...courses, ...empty].flatMap((course) =>
    rows.has(course.id) && !there.has(course.id) ? [{ courseId: course.id, why: whyOf(course) }] : [],
  );
}

/** A training of trainers and every training below it, each before those below it. */
export function trainingsFrom(
  { below }: Pick<Forest, "below">,
  totId: number,
  kinds: ReadonlyMap<number, CourseKind>,
): number[] {
  const found = [totId];
  for (let at = 0; at < found.length; at++)
    for (const { courseId } of below.get(found[at]!) ?? [])
      if (kinds.get(courseId) === "tot") found.push(courseId);
  return found;
}

/** True of a training of trainers that is held or was: something may have come of it. */
export const mayHaveCascade = ({ kind, state }: { kind: CourseKind; state: CourseState }): boolean =>
  kind === "tot" && (state === "running" || state === "closed");
