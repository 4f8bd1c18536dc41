import { getLocale, getTranslations } from "next-intl/server";
import { requireContext } from "@/app/_server/context";
import { DayField } from "@/app/_ui/form/days";
import { SelectField, Submit, TextField } from "@/app/_ui/form/fields";
import { OwnPassword } from "@/app/_ui/form/OwnPassword";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { OfPersonFields } from "@/app/_ui/OfPersonFields";
import * as gate from "@/lib/access/gate";
import { asksPassword } from "@/lib/accounts/queries";
import { type Locale, shownIn } from "@/lib/i18n/rules";
import { countryChoices } from "@/lib/places/queries";
import { programmeList } from "@/lib/programmes/queries";
import { programmeCalled, programmeRoles } from "@/lib/programmes/rules";
import { BringInForm, NewPersonForm } from "../forms";

export const generateMetadata = async () => ({ title: (await getTranslations("people"))("new") });

/** Adding a person, with or without phone and e-mail; or bringing in somebody whom another programme knows. */
export default async function NewPerson() {
  const cx = await requireContext("people.edit", "/desk/people/new");
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("people");
  const person = await getTranslations("person");
  const roles = await getTranslations("programmeRole");
  return (
    <div className="max-w-xl">
      <PageHead title={t("new")} under={t("newLead")} />
      <NewPersonForm draft={{ of: `${cx.viewer.accountId} new person` }} defaults={{ language: locale }}>
        <OfPersonFields countries={countryChoices(cx)} />
        <div>
          <Submit busy={t("saving")}>{t("add")}</Submit>
        </div>
      </NewPersonForm>
      <section id="bring-in" className="grid gap-3 mt-12">
        <h2>{person("bringIn")}</h2>
        <p className="quiet">{person("bringInHint")}</p>
        <BringInForm className="grid gap-4">
          <TextField name="contact" label={person("contact")} dir="ltr" />
          <TextField name="name" label={person("nameIfShared")} optional={person("optional")} />
          <SelectField
            name="programmeId"
            label={person("programme")}
            options={programmeList(cx, gate.reach(cx, "people.edit")).map((p) => ({
              value: String(p.id),
              label: shownIn(programmeCalled(p.title), locale),
            }))}
          />
          <SelectField
            name="role"
            label={person("role")}
            options={[
              { value: "", label: person("noRole") },
              ...[...programmeRoles].reverse().map((r) => ({ value: r, label: roles(r) })),
            ]}
          />
          <DayField
            name="endsOn"
            label={person("roleEndsOn")}
            hint={person("roleEndsOnHint")}
            optional={person("optional")}
          />
          {asksPassword(cx) ? <OwnPassword only="role" /> : null}
          <div>
            <Submit tone="quiet" busy={t("saving")}>
              {person("bringInNow")}
            </Submit>
          </div>
        </BringInForm>
      </section>
    </div>
  );
}
