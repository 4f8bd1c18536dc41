import type { ParticipantList } from "@/lib/documents/papers";
import type { Locale } from "@/lib/i18n/rules";
import type { listedPeople } from "@/lib/participants/queries";
import { type CourseOnPaper, listedWithOrganisations, paperHead, paperWords } from "./papers";

/** Who takes part, with those contacts that its reader may see. */
export function participantList(
  course: CourseOnPaper,
  { contacts, people }: ReturnType<typeof listedPeople>,
  language: Locale,
): ParticipantList {
  const t = paperWords(language);
  const columns =
    contacts === "all" ? (["phone", "email"] as const) : contacts === "phones" ? (["phone"] as const) : [];
  const groups = people.some(({ group }) => group !== null);
  return {
    kind: "participants",
    groups,
    ...paperHead(course, language, t("participants", { count: people.length })),
    heads: [
      t("number"),
      t("name"),
      t("organisation"),
      ...(groups ? [t("group")] : []),
      ...columns.map((column) => t(column)),
    ],
    people: listedWithOrganisations(people, language).map(({ person, listed }) => ({
      ...listed,
      group: person.group ?? "",
      contacts: columns.map((column) => person[column] ?? ""),
    })),
    nobody: t("nobody"),
  };
}
