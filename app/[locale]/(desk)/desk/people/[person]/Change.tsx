import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { OwnPassword } from "@/app/_ui/form/OwnPassword";
import { FocusOn } from "@/app/_ui/kit/FocusOn";
import { OfPersonFields } from "@/app/_ui/OfPersonFields";
import { personDefaults } from "@/app/_ui/PersonFields";
import type { Context } from "@/lib/acts/context";
import { isolate, type Locale } from "@/lib/i18n/rules";
import type { PersonPage } from "@/lib/people/queries";
import { displayPhone, writtenPhone } from "@/lib/phone/phone";
import { countryChoices } from "@/lib/places/queries";
import { PersonEditForm } from "../forms";

/** The form that changes what is known of a person; there once somebody asked for it. */
export function Change({ cx, person }: { cx: Context; person: PersonPage }) {
  const t = useTranslations("person");
  const page = useTranslations("personPage");
  const locale = useLocale() as Locale;
  const phoneOf = (phone: string) => isolate(displayPhone(phone), locale);
  return (
    <section className="card grid gap-3" aria-labelledby="edit">
      <h2 id="edit" tabIndex={-1} className="text-base scroll-my-20">
        {t("edit")}
      </h2>
      <FocusOn id="edit" of={`edit ${person.id}`} />
      <PersonEditForm
        className="grid gap-4 md:grid-cols-2 items-start"
        defaults={personDefaults({ ...person, phone: person.phone && writtenPhone(person.phone) })}
        done={t("saved")}
        draft={{ of: `${cx.viewer.accountId} person ${person.id}` }}
      >
        <Hidden name="personId" value={person.id} />
        <OfPersonFields
          country={person.country}
          countries={countryChoices(cx)}
          words={
            person.awaited
              ? { phone: { hint: t("contactAwaited", { contact: phoneOf(person.awaited) }) } }
              : undefined
          }
        />
        {person.asksPassword ? (
          <div className="md:col-span-2">
            <OwnPassword only="contact" />
          </div>
        ) : null}
        <div className="md:col-span-2 flex flex-wrap gap-2">
          <Submit busy={t("saving")}>{t("save")}</Submit>
          <Link href={`/desk/people/${person.id}`} prefetch={false} scroll={false} className="button">
            {page("close")}
          </Link>
        </div>
      </PersonEditForm>
    </section>
  );
}
