import type { ReactNode } from "react";
import { dotBetween } from "@/lib/i18n/rules";
import type { ProgrammeContact } from "@/lib/programmes/queries";
import { MailTo } from "./Mail";
import { PhoneNumber } from "./PhoneNumber";
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
          <PhoneNumber phone={phone} />
        </Next>
      ) : null}
      {email ? (
        <Next first={!name && !phone}>
          <MailTo address={email} />
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
