import { eq, or, sql } from "drizzle-orm";
import { outer, prepared } from "@/db/client";
import { persons, registrations } from "@/db/schema";
import type { Context } from "../../acts/context";
import type { Locale } from "../../i18n/rules";
import { sameName } from "../../names/rules";
import { findOrCreateOrganisation } from "../../people/commands";
import type { SensitiveFacts } from "../../people/rules";
import { insertPerson as insertPersonRow } from "../../people/store";
import { normalisePhone, phoneFault } from "../../phone/phone";
import { refuse } from "../../result";
import type { Course } from "./place";

/** The phone in E.164, or the refusal beside its field. */
export function phoneOf(typed: string | null, country: string): string | null {
  if (!typed) return null;
  return normalisePhone(typed, country) ?? refuse("invalid", { fields: { phone: phoneFault(country) } });
}

/** Persons first, who are found by index: a join would be begun at the course and look at everybody in it. */
const sharingContact = prepared((db) =>
  db
    .select({
      name: persons.name,
      registrationId: sql<
        number | null
      >`(select ${registrations.id} from ${registrations} where ${registrations.courseId} = ${sql.placeholder("courseId")} and ${registrations.personId} = ${outer(persons.id)})`,
    })
    .from(persons)
    .where(or(eq(persons.phone, sql.placeholder("phone")), eq(persons.email, sql.placeholder("email"))))
    .prepare(),
);

/** The registration in the course of somebody of that name with that phone or e-mail; null where there is none. */
export function sameInCourse(
  cx: Context,
  courseId: number,
  name: string,
  email: string | null,
  phone: string | null,
): number | null {
  const same = sharingContact(cx.db)
    .all({ courseId, phone, email })
    .find((p) => p.registrationId !== null && sameName(p.name, name));
  return same?.registrationId ?? null;
}

/** Adds a person as the form tells of them. */
export function insertPerson(
  cx: Context,
  input: {
    name: string;
    latinName: string | null;
    organisation: string | null;
    position: string | null;
    language: Locale;
  },
  contact: { email: string | null; phone: string | null },
  course: Course,
): number {
  return insertPersonRow(
    cx,
    {
      name: input.name,
      latinName: input.latinName,
      ...contact,
      language: input.language,
      organisationId: findOrCreateOrganisation(cx, input.organisation, course.country),
      position: input.position,
      country: course.country,
    },
    input.organisation,
  );
}

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
