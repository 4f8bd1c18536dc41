import { useTranslations } from "next-intl";
import { PersonName } from "@/app/_ui/PersonName";
import type { Course } from "@/lib/courses/queries";

/** The first letters of a name; Arabic ones stand apart, for joined they would be a word. */
const initials = (name: string) =>
  name
    .replace(/(^|\s)ال/g, "$1")
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => [...word][0])
    .filter((_, i, all) => i === 0 || i === all.length - 1)
    .join("\u200a");

/** Who trains. */
export function Trainers({ trainers }: Pick<Course, "trainers">) {
  const t = useTranslations("course");
  if (trainers.length === 0) return null;
  return (
    <section className="grid gap-3">
      <h2>{t("trainers")}</h2>
      <ul className="flex flex-wrap gap-x-8 gap-y-3">
        {trainers.map((person) => (
          <li key={person.id} className="flex gap-3 items-center">
            <span
              aria-hidden
              className="grid place-content-center size-9 shrink-0 rounded-full bg-accent-tint text-accent text-xs font-semibold"
            >
              {initials(person.name)}
            </span>
            <span>
              <PersonName {...person} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
