import { Pencil } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Face } from "@/app/_ui/Face";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { MenuItem, RowMenu } from "@/app/_ui/kit/RowMenu";
import { MailTo } from "@/app/_ui/Mail";
import { PersonName } from "@/app/_ui/PersonName";
import { PhoneNumber } from "@/app/_ui/PhoneNumber";
import { Pieces } from "@/app/_ui/Pieces";
import { Written } from "@/app/_ui/Written";
import { languageName } from "@/lib/i18n/format";
import { whereSaid } from "@/lib/i18n/governorates";
import { dotBetween, nameFor } from "@/lib/i18n/rules";
import type { PersonPage } from "@/lib/people/queries";

/** Who it is, from where, how to reach them; and the ways to do so. */
export function Head({ person, editing }: { person: PersonPage; editing: boolean }) {
  const locale = useLocale();
  const t = useTranslations("personPage");
  const { name, latinName, language, position, organisation, phone, email } = person;
  return (
    <div className="flex flex-wrap sm:flex-nowrap gap-4 items-start">
      <Face name={nameFor(person, locale)} large />
      <div className="grow min-w-0 basis-48">
        <PageHead
          title={<PersonName name={name} latinName={latinName} />}
          under={
            <>
              <span className="block">
                {[...whereSaid(person, locale), languageName(language, locale)].join(dotBetween)}
                {[position, organisation].filter(Boolean).map((said) => (
                  <span key={said}>
                    {dotBetween}
                    <Written>{said}</Written>
                  </span>
                ))}
              </span>
              <Pieces>
                {phone ? <PhoneNumber phone={phone} /> : null}
                {email ? <MailTo address={email} /> : null}
              </Pieces>
            </>
          }
          action={
            <div className="flex flex-wrap gap-2 items-center">
              {editing ? null : (
                <Link href={`/desk/people/${person.id}?edit=#edit`} prefetch={false} className="button">
                  <Pencil size={18} aria-hidden />
                  {t("edit")}
                </Link>
              )}
              <Ways person={person} />
            </div>
          }
        />
      </div>
    </div>
  );
}

function Ways({ person: { name, phone, email, organisationId } }: { person: PersonPage }) {
  const t = useTranslations("personPage");
  if (!phone && !email && organisationId === null) return null;
  return (
    <RowMenu of={name}>
      {phone ? (
        <>
          <MenuItem>
            <a href={`https://wa.me/${phone.replace(/\D/g, "")}`} target="_blank" rel="noreferrer">
              {t("whatsapp")}
            </a>
          </MenuItem>
          <MenuItem>
            <a href={`tel:${phone.replace(/[^\d+]/g, "")}`}>{t("call")}</a>
          </MenuItem>
        </>
      ) : null}
      {email ? (
        <MenuItem>
          <a href={`mailto:${email}`}>{t("write")}</a>
        </MenuItem>
      ) : null}
      {organisationId === null ? null : (
        <MenuItem>
          <Link href={`/desk/organisations/${organisationId}`} prefetch={false}>
            {t("organisation")}
          </Link>
        </MenuItem>
      )}
    </RowMenu>
  );
}
