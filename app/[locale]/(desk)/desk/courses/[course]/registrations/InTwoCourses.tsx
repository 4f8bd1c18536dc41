import { useLocale, useTranslations } from "next-intl";
import { Notice } from "@/app/_ui/kit/Notice";
import { PersonName } from "@/app/_ui/PersonName";
import { shortNear } from "@/app/_words/nearDays";
import { timeRange } from "@/lib/i18n/format";
import { dotBetween, isolate, shownIn } from "@/lib/i18n/rules";
import type { InTwoCourses as Person } from "@/lib/timetable/queries";

/** So many are named; how many there are stands above them. */
const named = 12;

/** Who is expected in another course while this one has a session: nothing is refused, somebody should ask them. */
export function InTwoCourses({
  people,
  today,
}: {
  people: readonly Person[];
  /** The civil day. */
  today: string;
}) {
  const locale = useLocale();
  const t = useTranslations("inTwoCourses");
  if (people.length === 0) return null;
  return (
    <Notice tone="attention" title={t("title", { count: people.length })}>
      <ul>
        {people.slice(0, named).map((person) => (
          <li key={person.registrationId}>
            <PersonName {...person} inLine dot />
            {person.course
              ? t("in", { course: isolate(shownIn(person.course, locale), locale) })
              : t("inOther")}
            {dotBetween}
            <span className="kept">
              {shortNear(person.day, today, locale)}, <bdi>{timeRange(person.from, person.to, locale)}</bdi>
            </span>
          </li>
        ))}
      </ul>
      {people.length > named ? <p>{t("more", { count: people.length - named })}</p> : null}
    </Notice>
  );
}
