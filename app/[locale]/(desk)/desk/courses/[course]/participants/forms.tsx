"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ChoiceField, Form, type FormProps, useField } from "@/app/_ui/Form";
import { type KnownPerson, knownPeople } from "@/lib/participants/rules";
import {
  participantEditSchema,
  participantKeySchema,
  participantSchema,
  walkInSchema,
} from "@/lib/participants/schema";
import {
  editParticipant,
  givePlace,
  registerParticipant,
  registerWalkIn,
  takeBackParticipant,
} from "./actions";

/** Registers somebody, and is empty again for the next one. */
export function RegisterParticipantForm(props: FormProps) {
  const t = useTranslations("outcome");
  return (
    <Form
      schema={participantSchema}
      action={registerParticipant}
      resets
      result={({ name, number, expected, known }) => (
        <>
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

/** Registers somebody who walked in. */
export const WalkInForm = (props: FormProps) => (
  <Form schema={walkInSchema} action={registerWalkIn} {...props} />
);

export const EditParticipantForm = (props: FormProps) => (
  <Form schema={participantEditSchema} action={editParticipant} {...props} />
);

export const TakeBackForm = (props: FormProps) => (
  <Form schema={participantKeySchema} action={takeBackParticipant} {...props} />
);

export const GivePlaceForm = (props: FormProps) => (
  <Form schema={participantKeySchema} action={givePlace} {...props} />
);

/**
 * Who is meant, where somebody may be known already: comes with the answer that asks it, and stays until it was sent
 * with a good one.
 */
export function KnownPeople() {
  const t = useTranslations("participants");
  const { error } = useField("known", null);
  const [asked, setAsked] = useState<KnownPerson[]>([]);
  const word = error?.params?.people;
  useEffect(() => {
    if (word) setAsked(knownPeople(word));
  }, [word]);
  const people = word ? knownPeople(word) : asked;
  if (people.length === 0) return null;
  return (
    <div className="card">
      <ChoiceField
        name="known"
        label={t("known")}
        options={[
          ...people.map((p) => ({
            value: String(p.id),
            label: p.here ? t("knownHere", { name: p.name }) : p.name,
          })),
          { value: "another", label: t("another") },
        ]}
      />
    </div>
  );
}
