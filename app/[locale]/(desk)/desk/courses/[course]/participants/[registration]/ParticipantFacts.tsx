import { useTranslations } from "next-intl";
import { Fact } from "@/app/_ui/Fact";
import { NumberToQuote } from "@/app/_ui/NumberToQuote";
import { PhoneNumber } from "@/app/_ui/PhoneNumber";
import { Stamp } from "@/app/_ui/Stamp";
import { Written } from "@/app/_ui/Written";
import { localeNames } from "@/lib/i18n/rules";
import type { participant } from "@/lib/participants/queries";

export type OneParticipant = NonNullable<ReturnType<typeof participant>>;

/** What is known of a participant. */
export function ParticipantFacts({
  course,
  participant: p,
}: {
  course: { id: number; zone: string };
  participant: OneParticipant;
}) {
  const t = useTranslations("participants");
  const person = useTranslations("person");
  return (
    <dl className="card grid gap-4 sm:grid-cols-2">
      <Fact label={t("number")}>
        <NumberToQuote course={course.id} number={p.number} />
      </Fact>
      <Fact label={person("organisation")}>
        <Written>{p.organisation ?? "–"}</Written>
      </Fact>
      {!p.values && p.phone ? (
        <Fact label={person("phone")}>
          <PhoneNumber phone={p.phone} />
        </Fact>
      ) : null}
      <Fact label={person("language")}>
        <bdi lang={p.language}>{localeNames[p.language]}</bdi>
      </Fact>
      <Fact label={t("registeredAt")}>
        <Stamp at={p.registeredAt} zone={course.zone} />
      </Fact>
      {p.needs ? (
        <Fact label={t("needsTitle")}>
          <Written className="whitespace-pre-line">{p.needs}</Written>
        </Fact>
      ) : null}
    </dl>
  );
}
