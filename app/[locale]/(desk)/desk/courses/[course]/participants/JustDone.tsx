import { useLocale, useTranslations } from "next-intl";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { isolate, type Locale, nameFor, type PersonsNames } from "@/lib/i18n/rules";
import { GivePlaceForm } from "./forms";

/** Says who was just taken from the list, and puts them back. */
export function TakenBack({
  courseId,
  person,
}: {
  courseId: number;
  person: PersonsNames & { id: number; lastChange: number };
}) {
  const locale = useLocale() as Locale;
  const t = useTranslations("participants");
  return (
    <div className="rounded-card bg-ok-tint text-ok p-3 flex flex-wrap gap-3 items-center justify-between">
      <p role="status">{t("takenBack", { name: isolate(nameFor(person, locale), locale) })}</p>
      <GivePlaceForm className="grid gap-1">
        <Hidden name="courseId" value={courseId} />
        <Hidden name="registrationId" value={person.id} />
        <Hidden name="seen" value={person.lastChange} />
        <Submit tone="quiet" busy={t("saving")}>
          {t("undo")}
        </Submit>
      </GivePlaceForm>
    </div>
  );
}

/** Says who has a place again, and where more people are expected for it, how many. */
export function Placed({ person, expected }: { person: PersonsNames; expected: number | null }) {
  const locale = useLocale() as Locale;
  const t = useTranslations("participants");
  const outcome = useTranslations("outcome");
  return (
    <div role="status" className="rounded-card bg-ok-tint text-ok p-3">
      <p>{t("placed", { name: isolate(nameFor(person, locale), locale) })}</p>
      {expected === null ? null : <p>{outcome("expectedRaised", { count: expected })}</p>}
    </div>
  );
}
