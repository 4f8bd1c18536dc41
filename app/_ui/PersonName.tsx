import { dotBetween } from "@/lib/i18n/rules";
import { Written } from "./Written";

/** A person's name, whatever its script, with the Latin form where there is one. */
export function PersonName({ name, latinName }: { name: string; latinName?: string | null }) {
  return (
    <>
      <Written>{name}</Written>
      {latinName ? (
        <span className="quiet block">
          <bdi dir="ltr">{latinName}</bdi>
        </span>
      ) : null}
    </>
  );
}

/** Several people in a line, each name by itself whatever its script. */
export function Names({ people }: { people: readonly { id: number; name: string }[] }) {
  return people.map((person, i) => (
    <span key={person.id}>
      {i > 0 ? dotBetween : null}
      <Written>{person.name}</Written>
    </span>
  ));
}
