import type { ReactNode } from "react";
import { dotBetween } from "@/lib/i18n/rules";
import type { ProgrammeContact } from "@/lib/programmes/queries";
import { Written } from "./Written";

/** Whom to ask, by name, with links to call and to write, each set apart; `label` says what about. */
export function Contact({
  label,
  contact: { name, phone, email },
}: {
  label: string;
  contact: ProgrammeContact;
}) {
  return (
    <p className="quiet">
      {label} {name ? <Written>{name}</Written> : null}
      {phone ? (
        <Next first={!name}>
          <a href={`tel:${phone.replace(/[^\d+]/g, "")}`} className="whitespace-nowrap">
            <bdi dir="ltr">{phone}</bdi>
          </a>
        </Next>
      ) : null}
      {email ? (
        <Next first={!name && !phone}>
          <a href={`mailto:${email}`}>
            <bdi dir="ltr">{email}</bdi>
          </a>
        </Next>
      ) : null}
    </p>
  );
}

const Next = ({ first, children }: { first: boolean; children: ReactNode }) => (
  <>
    {first ? null : dotBetween}
    {children}
  </>
);
