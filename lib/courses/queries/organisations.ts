import type { Granted, GrantedCourse, PlanningIn } from "../../access/gate";
import type { Context } from "../../acts/context";
import { readAfter } from "../../people/rules";
import { organisationKeys, organisationRows } from "../../people/store/organisationList";
import { organisationName, organisationNamed } from "../../people/store/organisations";
import type { CourseRow } from "../store";
import { organisationsChosen, organisationsOf, organisationsPlannedFor } from "../store/organisations";

/** So many organisations of a programme are offered, by name; any other is added by its name, which finds it. */
const mostOffered = 200;

/** Everything that lists narrow organisations by, asked for nothing. */
const anyOf = { q: null, kind: null, country: null };

/**
 * The organisations for which a workshop of these programmes can be planned, by name, each with those of the programmes that it is of:
 * such as they know somebody of, or plan another workshop for. @param course the one whose plan is changed: what it has stays offered.
 */
export function organisationsToChoose(
  cx: Context,
  { programmes }: Granted<PlanningIn, "course.create" | "workshop.schedule">,
  course: Pick<CourseRow, "id" | "programmeId"> | null,
) {
  const of = new Map<number, number[]>();
  const add = (id: number, programmeId: number) => {
    const before = of.get(id) ?? [];
    if (!before.includes(programmeId)) of.set(id, [...before, programmeId]);
  };
  for (const programmeId of programmes) {
    const known = organisationKeys(cx, [programmeId], anyOf, readAfter(null), mostOffered);
    for (const { id } of known) add(id, programmeId);
    for (const id of organisationsPlannedFor(cx, programmeId, mostOffered)) add(id, programmeId);
  }
  const chosen = course ? (organisationsChosen(cx, [course.id]).get(course.id) ?? []) : [];
  for (const id of chosen) add(id, course!.programmeId);
  return organisationRows(cx, [...of.keys()]).map(({ id, name, place, country }) => ({
    ...{ id, name, place, country },
    programmeIds: of.get(id)!,
  }));
}

/** The organisation from which whoever is registered in a workshop comes, as far as its plan says of one alone, chosen or in words. */
export function organisationExpected(
  cx: Context,
  { id, audience, country }: GrantedCourse<"course.read" | "participants.register">,
): string | null {
  const chosen = organisationsOf(cx, [id]).get(id) ?? [];
  if (chosen.length > 0) return chosen.length === 1 ? chosen[0]!.name : null;
  return audience ? organisationName(cx, organisationNamed(cx, audience, country) ?? null) : null;
}
