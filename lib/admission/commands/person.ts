import type { Context } from "../../acts/context";
import { happenedToEach, type ToEach } from "../../acts/happened";
import type { CourseRow } from "../../courses/store";
import type { Locale } from "../../i18n/rules";
import { sameName } from "../../names/rules";
import { findOrCreateOrganisation } from "../../people/commands/organisation";
import type { SensitiveFacts } from "../../people/rules";
import { insertPerson, type NewPerson, peopleWithContact } from "../../people/store";
import type { SaidTo } from "../../people/store/facts";
import { normalisePhone, phoneFault } from "../../phone/phone";
import { recountBySexOf } from "../../registrations/bySex";
import { registrationRowOf } from "../../registrations/store";
import { refuseAt } from "../../result";

/** The phone in E.164, or the refusal beside its field. */
export function phoneOf(typed: string | null, country: string): string | null {
  if (!typed) return null;
  return normalisePhone(typed, country) ?? refuseAt({ phone: phoneFault(country) });
}

/**
 * The registration in the course of somebody of that name with that phone or e-mail; null where there is none. People
 * first, who are found by index: a join would be begun at the course and look at everybody in it.
 */
export function sameInCourse(
  cx: Context,
  courseId: number,
  name: string,
  email: string | null,
  phone: string | null,
): number | null {
  for (const person of peopleWithContact(cx, { email, phone })) {
    const there = sameName(person.name, name) && registrationRowOf(cx, courseId, person.id);
    if (there) return there.id;
  }
  return null;
}

/** What happened as somebody was registered, and who said another sex than before; null: nobody. */
export type Added = { event: ToEach; sexSaid: SaidTo | null };

/** Says what happened as people were registered, and counts anew, each once, the courses to which those came who said another sex. */
export function happenedToAdded(cx: Context, added: readonly Added[]): void {
  happenedToEach(
    cx,
    added.map(({ event }) => event),
  );
  recountBySexOf(
    cx,
    added.map(({ sexSaid }) => sexSaid),
  );
}

/** Adds a person as the form tells of them. */
export const addPerson = (
  cx: Context,
  said: {
    name: string;
    latinName: string | null;
    organisation: string | null;
    position: string | null;
    language: Locale;
  },
  contact: { email: string | null; phone: string | null },
  course: Pick<CourseRow, "country">,
): NewPerson =>
  insertPerson(
    cx,
    {
      name: said.name,
      latinName: said.latinName,
      ...contact,
      language: said.language,
      organisationId: findOrCreateOrganisation(cx, said.organisation, course.country),
      position: said.position,
      country: course.country,
    },
    said.organisation,
  );

/** What a form says of a person for the totals; what was left open is left out. */
export const factsSaid = (
  input: {
    [Fact in keyof SensitiveFacts]-?: NonNullable<SensitiveFacts[Fact]> | null;
  },
): SensitiveFacts => ({
  sex: input.sex ?? undefined,
  birthYear: input.birthYear ?? undefined,
  displacement: input.displacement ?? undefined,
  disability: input.disability ?? undefined,
});
