import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { shortDay, timeRange } from "@/lib/i18n/format";
import { inLanguage, isolate, type Locale } from "@/lib/i18n/rules";
import { type Await, mostCounted } from "@/lib/today/rules";

/** Most lines of what awaits somebody; the rest comes as these are done. */
const most = 25;

const targetOf = (item: Await): string => {
  switch (item.kind) {
    case "roll":
      return `/desk/courses/${item.session.courseId}/roll/${item.session.id}`;
    case "decide":
      return `/desk/courses/${item.course.id}/registrations?state=applied`;
    case "confirm":
      return `/desk/courses/${item.course.id}/registrations?state=to_confirm`;
    case "tell":
      return `/desk/courses/${item.course.id}/tell`;
    case "certify":
      return `/desk/courses/${item.course.id}/certificates`;
    case "rule_lost":
      return `/desk/courses/${item.course.id}/certificates#decide`;
    case "mend_names":
      return `/desk/courses/${item.course.id}/certificates#names`;
    default:
      return `/desk/courses/${item.course.id}`;
  }
};

/** What awaits the viewer, each with the link to where it is done, and how much more there is. */
export function Awaits({
  items,
  inAll,
  people,
}: {
  items: Await[];
  /** How many there are, shown or not. */
  inAll: number;
  people: { id: number; name: string }[];
}) {
  const locale = useLocale() as Locale;
  const t = useTranslations("today");
  const more = inAll - Math.min(items.length, most);
  return (
    <>
      <ul className="grid gap-2">
        {items.slice(0, most).map((item) => (
          <Line key={`${item.kind} ${targetOf(item)}`} href={targetOf(item)} action={t(`do.${item.kind}`)}>
            <Sentence item={item} />
          </Line>
        ))}
        {people.map(({ id, name }) => (
          <Line key={id} href={`/desk/people/${id}`} action={t("do.tell")}>
            {t("await.tellPerson", { name: isolate(name, locale) })}
          </Line>
        ))}
      </ul>
      {more > 0 ? (
        <p>
          {inAll > mostCounted ? t("awaitsMany", { count: mostCounted }) : t("awaitsMore", { count: more })}{" "}
          <a href="/desk/courses">{t("allCourses")}</a>
        </p>
      ) : null}
    </>
  );
}

function Line({ href, action, children }: { href: string; action: string; children: ReactNode }) {
  return (
    <li className="card flex flex-wrap items-center justify-between gap-3">
      <span className="flex-[1_1_15rem]">{children}</span>
      <a href={href} className="button">
        {action}
      </a>
    </li>
  );
}

function Sentence({ item }: { item: Await }) {
  const locale = useLocale() as Locale;
  const t = useTranslations("today");
  if (item.kind === "roll")
    return t("await.roll", {
      course: inLanguage(item.session.course, locale).text,
      day: shortDay(item.session.day, locale),
      time: timeRange(item.session.startsAt, item.session.endsAt, locale),
    });
  const course = inLanguage(item.course.title, locale).text;
  switch (item.kind) {
    case "tell":
      return t("await.tell", { course: isolate(course, locale), count: item.count });
    case "certify":
      return t("await.certify", { course, ready: item.ready, total: item.total });
    case "decide":
      return t("await.decide", { course, count: item.count, days: Math.max(-1, item.days) });
    case "confirm":
    case "rule_lost":
    case "mend_names":
      return t(`await.${item.kind}`, { course, count: item.count });
    case "draft":
      return t("await.draft", { course });
    default:
      return t(`await.${item.kind}`, { course, days: item.days });
  }
}
