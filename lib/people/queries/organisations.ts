import type { Granted, Reach } from "../../access/gate";
import type { Context } from "../../acts/context";
import { partIn } from "../../registrations/rules/part";
import { coursesAbout, coursesByOrganisation } from "../../registrations/store/ofOrganisation";
import { readAfter } from "../rules";
import {
  type OrganisationFilter,
  type OrganisationRow,
  organisationCounts,
  organisationKeys,
  organisationRows,
  peopleByOrganisation,
} from "../store/organisationList";

const pageSize = 50;

/** Organisations of which the programmes of a reach know somebody, by name, a page at a time, with how many people and courses. */
export function organisationList(
  cx: Context,
  { programmes }: Granted<Reach, "people.read">,
  { after, ...filter }: OrganisationFilter & { after: string | null },
) {
  const keys = organisationKeys(cx, programmes, filter, readAfter(after), pageSize + 1);
  const ids = keys.slice(0, pageSize).map(({ id }) => id);
  const people = peopleByOrganisation(cx, ids, programmes);
  const courses = coursesByOrganisation(cx, ids, programmes);
  const organisations = organisationRows(cx, ids).map((row) => ({
    ...row,
    people: people.get(row.id) ?? 0,
    courses: courses.get(row.id) ?? 0,
  }));
  const last = organisations.at(-1);
  return {
    organisations,
    next: keys.length > pageSize && last ? `${last.sortName}_${last.id}` : null,
    counts: organisationCounts(cx, programmes),
  };
}

/**
 * One organisation, with how many people of it the programmes of a reach know, the courses that they took part in, and those to
 * come: in which some have a place, and workshops that are for it, whoever is registered.
 */
export const organisationPage = (
  cx: Context,
  organisation: Granted<OrganisationRow, "people.read">,
  { programmes }: Granted<Reach, "people.read">,
) => {
  const { known, all } = coursesAbout(cx, organisation, programmes);
  return {
    ...organisation,
    people: peopleByOrganisation(cx, [organisation.id], programmes).get(organisation.id) ?? 0,
    courses: partIn(known).courses,
    toCome: partIn(all).toCome,
  };
};
