import { useLocale, useTranslations } from "next-intl";
import { RowHead } from "@/app/_ui/kit/Table";
import { NumberToQuote } from "@/app/_ui/NumberToQuote";
import { Written } from "@/app/_ui/Written";
import type { Completion } from "@/lib/certificates/queries";
import { dotBetween, namesFor } from "@/lib/i18n/rules";
import { nameKey } from "@/lib/names/rules";

type Somebody = {
  personId: number;
  registrationId: number;
  number: number;
  courseId: number;
  name: string;
  latinName: string | null;
  organisation: string | null;
};

/** Registrations of people whose name another of the course bears too, however it is spelled. */
export function namesakesIn({ known }: Pick<Completion, "known">): ReadonlySet<number> {
  const bearers = new Map<string, number[]>();
  for (const { name, registrationId } of known) {
    const written = nameKey(name);
    bearers.set(written, [...(bearers.get(written) ?? []), registrationId]);
  }
  return new Set([...bearers.values()].filter((ids) => ids.length > 1).flat());
}

/** Who a row is of; namesakes are told apart by their organisation and the number to quote. */
export function PersonHead({ person, namesakes }: { person: Somebody; namesakes: ReadonlySet<number> }) {
  const t = useTranslations("certificatePage");
  const [first, other] = namesFor(person, useLocale());
  const { organisation } = person;
  const apart = namesakes.has(person.registrationId);
  return (
    <RowHead
      href={`/desk/people/${person.personId}`}
      under={
        other || apart ? (
          <>
            {other ? <Written>{other}</Written> : null}
            {apart ? (
              <span className="block">
                {organisation ? (
                  <>
                    <Written>{organisation}</Written>
                    {dotBetween}
                  </>
                ) : null}
                {t("number")} <NumberToQuote course={person.courseId} number={person.number} />
              </span>
            ) : null}
          </>
        ) : null
      }
    >
      <Written>{first}</Written>
    </RowHead>
  );
}

/** A reason that somebody gave, after what it is a reason for. */
export const Because = ({ label, reason }: { label: string; reason: string | null | undefined }) =>
  reason ? (
    <p className="quiet">
      {label} <Written>{reason}</Written>
    </p>
  ) : null;
