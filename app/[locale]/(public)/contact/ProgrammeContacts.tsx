import { useTranslations } from "next-intl";
import { Mail } from "@/app/_ui/Mail";
import { Say } from "@/app/_ui/Say";
import { Written } from "@/app/_ui/Written";
import { displayPhone } from "@/lib/phone/phone";
import type { PublicContact } from "@/lib/programmes/queries";

/** Digits alone, as a phone and WhatsApp dial them. */
const dialled = (phone: string) => phone.replace(/\D/g, "");

/** How to reach whoever answers for a programme: each way names the person, for whoever hears links without what is around. */
function Ways({ contact: { name, phone, email } }: { contact: PublicContact["contact"] }) {
  const t = useTranslations("contact");
  const of = <span className="sr-only"> {name}</span>;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {phone ? (
        <>
          <li>
            <a href={`tel:+${dialled(phone)}`} className="min-h-11 inline-flex flex-wrap items-center gap-1">
              {t("call")}
              {of} <bdi dir="ltr">{displayPhone(phone)}</bdi>
            </a>
          </li>
          <li>
            <a
              href={`https://wa.me/${dialled(phone)}`}
              className="min-h-11 inline-flex items-center"
              rel="noreferrer"
            >
              {t("whatsApp")}
              {of}
            </a>
          </li>
        </>
      ) : null}
      {email ? (
        <li>
          <a href={`mailto:${email}`} className="min-h-11 inline-flex flex-wrap items-center gap-1">
            {t("write")}
            {of} <Mail address={email} />
          </a>
        </li>
      ) : null}
    </ul>
  );
}

/** Whom to ask, by programme. */
export function ProgrammeContacts({ contacts }: { contacts: PublicContact[] }) {
  const t = useTranslations("contact");
  return (
    <section className="grid gap-3">
      <h2>{t("programmes")}</h2>
      {contacts.length === 0 ? <p>{t("nobody")}</p> : null}
      {contacts.map(({ programmeId, title, contact }) => (
        <section key={programmeId} className="card grid gap-1">
          <h3>
            <Say text={title} />
          </h3>
          {contact.name ? (
            <p className="quiet">
              <Written>{contact.name}</Written>
            </p>
          ) : null}
          <Ways contact={contact} />
        </section>
      ))}
    </section>
  );
}
