import { useLocale, useTranslations } from "next-intl";
import { localeNames, locales } from "@/lib/i18n/rules";
import type { CountryChoices } from "@/lib/places/queries";
import { countryOptions } from "./countryOptions";
import { SelectField, TextField } from "./form/fields";

/** What a form asks of a person. */
export type PersonField =
  | "name"
  | "latinName"
  | "phone"
  | "email"
  | "language"
  | "country"
  | "organisation"
  | "position";

/** All of it, as where a person is added or changed. */
const everyField: readonly PersonField[] = [
  "name",
  "latinName",
  "phone",
  "email",
  "language",
  "country",
  "organisation",
  "position",
];

/**
 * The fields of a person, in every form that asks for some of them.
 * @param own true where people fill in their own: the browser offers what it knows of them.
 */
export function PersonFields({
  fields = everyField,
  countries,
  organisations,
  own = false,
  asked = ["name", "language"],
  words = {},
}: {
  fields?: readonly PersonField[];
  /** To choose the country from. */
  countries?: CountryChoices;
  /** Names that the field of the organisation offers. */
  organisations?: readonly string[];
  own?: boolean;
  /** Fields that are not marked as optional. */
  asked?: readonly PersonField[];
  /** Labels and hints that are said differently here. */
  words?: Partial<Record<PersonField, { label?: string; hint?: string }>>;
}) {
  const locale = useLocale();
  const t = useTranslations("person");
  const c = useTranslations("countries");
  const known = {
    name: "name",
    phone: "tel",
    email: "email",
    organisation: "organization",
    position: "organization-title",
  } as const;
  const field = (name: PersonField) => {
    const common = {
      name,
      label: words[name]?.label ?? t(name),
      hint: words[name]?.hint ?? (name === "name" ? t("nameHint") : undefined),
      optional: asked.includes(name) ? undefined : t("optional"),
    };
    const autoComplete = own && name in known ? known[name as keyof typeof known] : "off";
    if (name === "language")
      return (
        <SelectField
          key={name}
          {...common}
          options={locales.map((l) => ({ value: l, label: localeNames[l] }))}
        />
      );
    if (name === "country")
      return (
        <SelectField
          key={name}
          {...common}
          empty={t("noCountry")}
          options={countryOptions(countries ?? { inUse: [], others: [] }, locale, {
            inUse: c("inUse"),
            others: c("others"),
          })}
        />
      );
    const ltr = { ...common, dir: "ltr" as const, autoComplete };
    if (name === "phone") return <TextField key={name} {...ltr} type="tel" inputMode="tel" />;
    if (name === "email") return <TextField key={name} {...ltr} type="email" inputMode="email" />;
    if (name === "latinName") return <TextField key={name} {...ltr} />;
    const list = name === "organisation" && organisations ? "organisations" : undefined;
    return (
      <TextField key={name} {...common} autoComplete={list && !own ? undefined : autoComplete} list={list} />
    );
  };
  return (
    <>
      {fields.map(field)}
      {organisations ? (
        <datalist id="organisations">
          {organisations.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      ) : null}
    </>
  );
}

/** A person's row as the fields hold it. */
export const personDefaults = (p: {
  name: string;
  latinName: string | null;
  phone: string | null;
  email: string | null;
  language: string;
  country: string | null;
  governorate: string | null;
  organisation: string | null;
  position: string | null;
  version: number;
}) => ({
  name: p.name,
  latinName: p.latinName ?? "",
  phone: p.phone ?? "",
  email: p.email ?? "",
  language: p.language,
  country: p.country ?? "",
  governorate: p.governorate ?? "",
  organisation: p.organisation ?? "",
  position: p.position ?? "",
  version: p.version,
});
