"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { CodeToTell } from "@/app/_ui/CodeToTell";
import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
import { ChoiceField } from "@/app/_ui/form/fields";
import { useFrame } from "@/app/_ui/form/frame";
import { MakingForm } from "@/app/_ui/form/MakingForm";
import { ToStart } from "@/app/_ui/form/ToStart";
import { WhoseForm } from "@/app/_ui/form/WhoseForm";
import { ListOutcome } from "@/app/_ui/peopleList/ListOutcome";
import type { MeantPerson } from "@/lib/faults";
import { nameFor } from "@/lib/i18n/rules";
import {
  givePlaceSchema,
  participantCodeSchema,
  participantEditSchema,
  participantKeySchema,
} from "@/lib/participants/schema";
import {
  editParticipant,
  givePlace,
  makeParticipantCode,
  registerParticipant,
  registerParticipants,
  registerWalkIn,
  takeBackParticipant,
} from "./actions";

/**
 * Registers somebody, and is empty again for the next one. The server alone checks it: it knows the phones of each country,
 * and whoever fills it in hears of everything at once.
 */
export function RegisterParticipantForm(props: FormProps) {
  const t = useTranslations("outcome");
  return (
    <WhoseForm
      action={registerParticipant}
      resets
      result={({ name, number, expected, known }) => (
        <>
          <ToStart />
          <p>
            {t("participantRegistered", { name: `\u2068${name}\u2069`, number: `\u2066${number}\u2069` })}
          </p>
          {known ? <p>{t("knownKept")}</p> : null}
          {expected === null ? null : <p>{t("expectedRaised", { count: expected })}</p>}
        </>
      )}
      {...props}
    />
  );
}

/** Registers the people of a list, once its rows were read. */
export const RegisterParticipantsForm = (props: FormProps) => (
  <WhoseForm
    action={registerParticipants}
    resets
    result={(registered) => <ListOutcome {...registered} />}
    {...props}
  />
);

/** Registers somebody who walked in. */
export const WalkInForm = (props: FormProps) => <WhoseForm action={registerWalkIn} {...props} />;

export const EditParticipantForm = (props: FormProps) => (
  <CheckedForm schema={participantEditSchema} action={editParticipant} {...props} />
);

export const TakeBackForm = (props: FormProps) => (
  <CheckedForm schema={participantKeySchema} action={takeBackParticipant} {...props} />
);

/** Makes a code and shows it once, to be handed over. */
export const ParticipantCodeForm = (props: FormProps) => (
  <MakingForm
    schema={participantCodeSchema}
    action={makeParticipantCode}
    result={(made) => <CodeToTell code={made.code} identifier={made.identifier} />}
    {...props}
  />
);

export const GivePlaceForm = (props: FormProps) => (
  <CheckedForm schema={givePlaceSchema} action={givePlace} {...props} />
);

/**
 * Who is meant, where somebody may be known already: comes with the answer that asks it, and stays until it was sent
 * with a good one.
 */
export function KnownPeople() {
  const locale = useLocale();
  const t = useTranslations("participants");
  const { faults } = useFrame();
  const [asked, setAsked] = useState<readonly MeantPerson[]>([]);
  const now = faults.known?.code === "knownContact" ? faults.known.people : null;
  useEffect(() => {
    if (now) setAsked(now);
  }, [now]);
  const people = now ?? asked;
  if (people.length === 0) return null;
  return (
    <div className="card">
      <ChoiceField
        name="known"
        label={t("known")}
        options={[
          ...people.map((p) => ({
            value: String(p.id),
            label: p.here ? t("knownHere", { name: nameFor(p, locale) }) : nameFor(p, locale),
          })),
          { value: "another", label: t("another") },
        ]}
      />
    </div>
  );
}
