import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { governorateOptions } from "@/lib/i18n/governorates";
import { SelectField } from "./form/fields";
import { type PersonField, PersonFields } from "./PersonFields";

/** The governorate in which somebody works, those of their country first. Apart from the other fields, which public pages load. */
function GovernorateField({ country }: { country: string | null }) {
  const t = useTranslations("person");
  return (
    <SelectField
      name="governorate"
      label={t("governorate")}
      hint={t("governorateHint")}
      optional={t("optional")}
      empty={t("noGovernorate")}
      options={governorateOptions(useLocale(), country)}
    />
  );
}

const before: readonly PersonField[] = ["name", "latinName", "phone", "email", "language", "country"];
const after: readonly PersonField[] = ["organisation", "position"];

/** All that is known of a person, where it is added or changed on the desk or by themselves. @param country the one they have. */
export function OfPersonFields({
  country = null,
  contact = true,
  ...props
}: Omit<ComponentProps<typeof PersonFields>, "fields"> & {
  country?: string | null;
  /** False where the contact is changed elsewhere. */
  contact?: boolean;
}) {
  const first = before.filter((name) => contact || (name !== "phone" && name !== "email"));
  return (
    <>
      <PersonFields {...props} fields={first} />
      <GovernorateField country={country} />
      <PersonFields {...props} fields={after} />
    </>
  );
}
