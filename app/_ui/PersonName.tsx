import { useLocale } from "next-intl";
import { Fragment } from "react";
import { dotBetween, nameFor, namesFor, type PersonsNames } from "@/lib/i18n/rules";
import { Written } from "./Written";

/** What a person is called: in the reader's script first, the other name below it, or after it in a line, where more may follow a dot. */
export function PersonName({
  name,
  latinName,
  inLine = false,
  dot = false,
}: PersonsNames & { inLine?: boolean; dot?: boolean }) {
  const [first, second] = namesFor({ name, latinName }, useLocale());
  return (
    <>
      <Written>{first}</Written>
      {second && inLine ? " " : null}
      {second ? (
        <span className={inLine ? "whole-name quiet font-normal" : "quiet block"}>
          <Written>{second}</Written>
          {/* With the name: where that goes to the next line, the dot would begin one. */}
          {dot ? dotBetween.trimEnd() : null}
        </span>
      ) : null}
      {dot ? (second ? " " : dotBetween) : null}
    </>
  );
}

/** The name in the reader's script alone, where the other stands elsewhere: the head of a row. */
export const FirstName = ({ of, className }: { of: PersonsNames; className?: string }) => (
  <Written className={className}>{nameFor(of, useLocale())}</Written>
);

/** The other name, where there is one. */
export function OtherName({ of }: { of: PersonsNames }) {
  const [, other] = namesFor(of, useLocale());
  return other ? <Written>{other}</Written> : null;
}

/** Several people in a line, each name by itself whatever its script. */
export function Names({ people }: { people: readonly (PersonsNames & { id: number })[] }) {
  return (
    <span className="dotted-names">
      {people.map((person, i) => (
        <Fragment key={person.id}>
          {i > 0 ? " " : null}
          {/* Whose the second name is shows where a line ends: both of one person keep together. */}
          <span className="kept">
            <PersonName {...person} inLine />
          </span>
        </Fragment>
      ))}
    </span>
  );
}
