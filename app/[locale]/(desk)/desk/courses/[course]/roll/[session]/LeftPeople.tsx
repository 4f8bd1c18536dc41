import { useTranslations } from "next-intl";
import { PersonName } from "@/app/_ui/PersonName";
import { useCourseWords } from "@/app/_words/ofWorkshop";
import type { rollOf } from "@/lib/attendance/queries";
import { dotBetween } from "@/lib/i18n/rules";

type Left = NonNullable<ReturnType<typeof rollOf>>["left"];

/** Marks of people who left the course: listed apart, and they count again if they come back. */
export function LeftPeople({ people, course }: { people: Left; course: { scheduledBy: number | null } }) {
  const t = useCourseWords("rolls", course);
  const marks = useTranslations("roll");
  const states = useTranslations("registrationState");
  if (people.length === 0) return null;
  return (
    <section className="grid gap-1 mt-4">
      <h2 className="text-base">{t("left")}</h2>
      <p className="quiet">{t("leftHint")}</p>
      <ul className="quiet">
        {people.map((person) => (
          <li key={person.registrationId} className="py-1 flex gap-4 justify-between max-w-md">
            <span>
              <PersonName name={person.name} latinName={person.latinName} />
            </span>
            <span>
              {marks(`state.${person.state}`)}
              {dotBetween}
              {states(person.registrationState)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
