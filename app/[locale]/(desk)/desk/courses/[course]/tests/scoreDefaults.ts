import type { courseRecords } from "@/lib/attendance/queries";
import { dotBetween } from "@/lib/i18n/rules";
import type { Apart } from "@/lib/people/rules/apart";

/** The kinds of scores in their order, each with its field in a person's records. */
export const scoreColumns = [
  ["pre_test", "preTest"],
  ["post_test", "postTest"],
  ["micro_teaching", "microTeaching"],
] as const;

type Person = ReturnType<typeof courseRecords>["people"][number];

/** Somebody as the rows show them. */
export type ScoredPerson = Pick<
  Person,
  "registrationId" | "name" | "latinName" | "organisation" | "preTest" | "postTest" | "microTeaching"
>;

/**
 * What the browser is to know of people whose scores are entered; of namesakes also what tells them apart, where their
 * organisation does not.
 */
export const scoredPeople = (
  people: readonly Person[],
  apartSaid: (apart: Apart | null) => string | null,
): ScoredPerson[] =>
  people.map(
    ({ registrationId, name, latinName, organisation, apart, preTest, postTest, microTeaching }) => ({
      registrationId,
      name,
      latinName,
      organisation:
        apart && "number" in apart
          ? [organisation, apartSaid(apart)].filter(Boolean).join(dotBetween)
          : organisation,
      preTest,
      postTest,
      microTeaching,
    }),
  );

/** The scores of everybody as the fields hold them, each with the one that it is put upon. */
export const scoreDefaults = (people: readonly ScoredPerson[]) =>
  people.map((p) => {
    const score = Object.fromEntries(scoreColumns.map(([kind, field]) => [kind, p[field] ?? ""]));
    return { registrationId: p.registrationId, score, was: score };
  });
