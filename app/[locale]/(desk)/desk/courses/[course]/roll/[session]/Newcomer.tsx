import { useLocale, useTranslations } from "next-intl";
import { isolate, type Locale, nameFor, type PersonsNames } from "@/lib/i18n/rules";

/** Says who was just registered at the door, and what that changed. */
export function Newcomer({
  person,
  known,
  expected,
}: {
  person: PersonsNames;
  /** True where the person was recorded before. */
  known: boolean;
  /** How many people are expected now, where that was raised. */
  expected: number | null;
}) {
  const locale = useLocale() as Locale;
  const t = useTranslations("rolls");
  const outcome = useTranslations("outcome");
  return (
    <div role="status" className="rounded-card bg-ok-tint text-ok p-3">
      <p>{t("added", { name: isolate(nameFor(person, locale), locale) })}</p>
      {known ? <p>{outcome("knownKept")}</p> : null}
      {expected === null ? null : <p>{outcome("expectedRaised", { count: expected })}</p>}
    </div>
  );
}
