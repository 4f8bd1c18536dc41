import type { courseRecords } from "@/lib/attendance/queries";

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

/** What the browser is to know of people whose scores are entered. */
export const scoredPeople = (people: readonly Person[]): ScoredPerson[] =>
  people.map(({ registrationId, name, latinName, organisation, preTest, postTest, microTeaching }) => ({
    registrationId,
    name,
    latinName,
    organisation,
    preTest,
    postTest,
    microTeaching,
  }));

/** The scores of everybody as the fields hold them, each with the one that it is put upon. */
export const scoreDefaults = (people: readonly ScoredPerson[]) =>
  people.map((p) => {
    const score = Object.fromEntries(scoreColumns.map(([kind, field]) => [kind, p[field] ?? ""]));
    return { registrationId: p.registrationId, score, was: score };
  });
