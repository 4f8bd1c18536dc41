import Link from "next/link";
import { notFound } from "next/navigation";
import { createTranslator } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { granted, requireContext } from "@/app/_server/context";
import { courseOfDesk } from "@/app/_server/course";
import { messagesOf } from "@/app/_server/messages";
import { countryName, shortDay, timeRange, weekdayDay } from "@/app/_ui/format";
import { Empty } from "@/app/_ui/parts";
import { sessionName } from "@/app/_ui/SessionList";
import { Written } from "@/app/_ui/Written";
import * as gate from "@/lib/access/gate";
import { courseSessions } from "@/lib/courses/queries";
import {
  commas,
  directionOf,
  inLanguage,
  isLocale,
  isolate,
  type Locale,
  localeNames,
  locales,
  shownIn,
} from "@/lib/i18n/rules";
import { sheetPeople } from "@/lib/participants/queries";
import { emptySheetRows } from "@/lib/participants/rules";
import { clock } from "@/lib/time/clock";
import { dayAt } from "@/lib/time/zone";
import { PrintButton } from "./PrintButton";

type Props = {
  params: Promise<{ course: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = async () => ({ title: (await getTranslations("sheet"))("title") });

/**
 * A sheet for people to sign, of a day or of one session, in the language that is chosen: on paper nothing stands but
 * names and organisations.
 */
export default async function Sheet({ params, searchParams }: Props) {
  const { course: key } = await params;
  const cx = await requireContext("roll.read", `/desk/courses/${encodeURIComponent(key)}/sheet`);
  const course = courseOfDesk(cx, Number(key));
  if (!course) notFound();
  const people = sheetPeople(
    cx,
    granted(() => gate.courseForAny(cx, ["roll.read", "participants.read"], course.id)),
  );
  const asked = await searchParams;
  const t = await getTranslations("sheet");
  const locale = (await getLocale()) as Locale;
  const sessions = courseSessions(cx, course.id);
  if (sessions.length === 0)
    return (
      <div className="grid gap-4">
        <h1 className="text-lg">{t("title")}</h1>
        <Empty title={t("noSessions")}>
          <Link href={`/desk/courses/${course.id}/timetable`}>{t("toTimetable")}</Link>
        </Empty>
      </div>
    );
  const session = sessions.find((s) => String(s.id) === asked.session) ?? null;
  if (asked.session !== undefined && !session) notFound();
  const days = [...new Set(sessions.map((s) => s.day))];
  const today = dayAt(clock(), course.zone);
  const day =
    session?.day ??
    (asked.day === undefined ? (days.find((d) => d >= today) ?? days[0]) : days.find((d) => d === asked.day));
  if (!day) notFound();
  const own = course.languages.find((l) => isLocale(l)) ?? locale;
  const language = locales.find((l) => l === asked.language) ?? own;
  const address = (more: { day?: string; session?: number; language?: Locale }) => {
    const chosen = { language, ...(session ? { session: session.id } : { day }), ...more };
    if (more.day) delete (chosen as { session?: number }).session;
    if (more.session) delete (chosen as { day?: string }).day;
    const query = new URLSearchParams(Object.entries(chosen).map(([k, v]) => [k, String(v)]));
    return `/desk/courses/${course.id}/sheet?${query}`;
  };
  const messages = messagesOf(language);
  const on = createTranslator({ locale: language, messages, namespace: "sheet" });
  const kinds = createTranslator({ locale: language, messages, namespace: "sessionKind" });
  const onPage = await getTranslations("sessionKind");
  const named = (s: (typeof sessions)[number], l: Locale) => {
    const { code, name } = sessionName(s, l, l === locale && l !== language ? onPage : kinds);
    // Each part by itself: a code in Latin letters does not turn what follows it.
    return [code, name].flatMap((part) => (part ? [isolate(part, l)] : [])).join(" – ");
  };
  const ofDay = sessions.filter((s) => s.day === day);
  const shown = session ? [session] : ofDay;
  const rooms = [...new Set(shown.map((s) => s.room).filter(Boolean))];
  const emptyRows = emptySheetRows(course.capacity, people.length);
  const place = inLanguage(course.place, language).text;
  const country = countryName(course.country, language);
  const where = [
    course.venue,
    ...rooms,
    place === country ? country : commas([place, country], language),
  ].filter(Boolean);
  return (
    <div className="grid gap-6">
      <div className="grid gap-4 print:hidden">
        <h1 className="text-lg">{t("title")}</h1>
        <p className="quiet">{t("lead")}</p>
        <Choices
          label={t("day")}
          choices={days.map((d) => ({
            href: address({ day: d }),
            label: shortDay(d, locale),
            chosen: !session && d === day,
          }))}
        />
        {ofDay.length > 1 || session ? (
          <Choices
            label={t("session")}
            choices={[
              { href: address({ day }), label: t("wholeDay"), chosen: !session },
              ...ofDay.map((s) => ({
                href: address({ session: s.id }),
                label: `${timeRange(s.startsAt, s.endsAt, locale)} ${named(s, locale)}`,
                chosen: s.id === session?.id,
              })),
            ]}
          />
        ) : null}
        <Choices
          label={t("language")}
          choices={locales.map((l) => ({
            href: address({ language: l }),
            label: localeNames[l],
            chosen: l === language,
          }))}
        />
        <div>
          <PrintButton label={t("print")} keys={t("keys")} />
        </div>
      </div>
      <section className="sheet-frame" tabIndex={0} aria-label={t("title")}>
        <table className="sheet" lang={language} dir={directionOf(language)}>
          <colgroup>
            {["number", "name", "organisation", "signature"].map((column) => (
              <col key={column} className={`sheet-${column}`} />
            ))}
          </colgroup>
          <thead>
            <tr>
              <td colSpan={4}>
                <p className="sheet-title">
                  <bdi>{shownIn(course.title, language)}</bdi>
                </p>
                <p>
                  {weekdayDay(day, language)} {day.slice(0, 4)}
                </p>
                {shown.map((s) => (
                  <p key={s.id}>
                    <bdi className="whitespace-nowrap">{timeRange(s.startsAt, s.endsAt, language)}</bdi> ·{" "}
                    {named(s, language)}
                  </p>
                ))}
                <p>
                  {where.map((part, i) => (
                    <span key={part}>
                      {i > 0 ? " · " : null}
                      <Written>{part}</Written>
                    </span>
                  ))}
                </p>
                {course.fictional ? <p>{on("fictional")}</p> : null}
              </td>
            </tr>
            <tr>
              <th scope="col">{on("number")}</th>
              <th scope="col">{on("name")}</th>
              <th scope="col">{on("organisation")}</th>
              <th scope="col">{on("signature")}</th>
            </tr>
          </thead>
          <tbody>
            {people.map((p, i) => (
              <tr key={p.id}>
                <td>{i + 1}</td>
                <td>
                  <Written>{p.name}</Written>
                  {p.latinName ? (
                    <>
                      <br />
                      <Written>{p.latinName}</Written>
                    </>
                  ) : null}
                </td>
                <td>
                  <Written>{p.organisation}</Written>
                </td>
                <td />
              </tr>
            ))}
            {Array.from({ length: emptyRows }, (_, i) => people.length + i + 1).map((number) => (
              <tr key={number}>
                <td>{number}</td>
                <td />
                <td />
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

/** Ways to see the sheet, the chosen one marked. */
function Choices({
  label,
  choices,
}: {
  label: string;
  choices: { href: string; label: string; chosen: boolean }[];
}) {
  return (
    <nav aria-label={label} className="flex flex-wrap gap-x-4 items-center">
      <span className="font-semibold">{label}</span>
      {choices.map(({ href, label: text, chosen }) => (
        <a
          key={href}
          href={href}
          aria-current={chosen ? "true" : undefined}
          className={`min-h-11 inline-flex items-center ${chosen ? "font-semibold no-underline text-text" : ""}`}
        >
          {text}
        </a>
      ))}
    </nav>
  );
}
