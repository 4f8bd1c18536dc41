import { useLocale, useTranslations } from "next-intl";
import { Face } from "@/app/_ui/Face";
import { PersonName } from "@/app/_ui/PersonName";
import type { Course } from "@/lib/courses/queries";
import { nameFor } from "@/lib/i18n/rules";

/** Who trains. */
export function Trainers({ trainers }: Pick<Course, "trainers">) {
  const locale = useLocale();
  const t = useTranslations("course");
  if (trainers.length === 0) return null;
  return (
    <section className="grid gap-3">
      <h2>{t("trainers")}</h2>
      <ul className="flex flex-wrap gap-x-8 gap-y-3">
        {trainers.map((person) => (
          <li key={person.id} className="flex gap-3 items-center">
            <Face name={nameFor(person, locale)} />
            <span>
              <PersonName {...person} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
