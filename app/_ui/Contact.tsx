import type { ProgrammeContact } from "@/lib/programmes/queries";
import { Written } from "./Written";

/** Whom to ask, by name, with links to call and to write; `label` says what about. */
export const Contact = ({ label, contact }: { label: string; contact: ProgrammeContact }) => (
  <p className="quiet">
    {label} <Written>{contact.name}</Written>{" "}
    {contact.phone ? (
      <a href={`tel:${contact.phone.replace(/[^\d+]/g, "")}`} className="whitespace-nowrap">
        <bdi dir="ltr">{contact.phone}</bdi>
      </a>
    ) : null}{" "}
    {contact.email ? (
      <a href={`mailto:${contact.email}`}>
        <bdi dir="ltr">{contact.email}</bdi>
      </a>
    ) : null}
  </p>
);
