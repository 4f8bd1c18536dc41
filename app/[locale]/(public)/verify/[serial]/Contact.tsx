import { useTranslations } from "next-intl";
import { Written } from "@/app/_ui/Written";
import type { Named } from "./CertificateFacts";

/** Whom to ask about a certificate. */
export function Contact({ contact }: { contact: NonNullable<Named["contact"]> }) {
  const t = useTranslations("verify");
  return (
    <p className="quiet">
      {t("ask")} <Written>{contact.name}</Written>{" "}
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
}
