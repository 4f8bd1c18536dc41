import { createTranslator } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Fragment } from "react";
import { sessionName } from "@/app/_ui/SessionList";
import { Written } from "@/app/_ui/Written";
import { messagesOf } from "@/app/_words/messages";
import { listedWithOrganisations, notCertainOnPaper } from "@/app/_words/papers";
import type { Course } from "@/lib/courses/queries";
import { countryName, timeRange, weekdayDay } from "@/lib/i18n/format";
import {
  directionOf,
  dotBetween,
  inLanguage,
  isolate,
  type Locale,
  namesFor,
  placeAndCountry,
  runsIn,
  shownIn,
} from "@/lib/i18n/rules";
import type { sheetPeople } from "@/lib/participants/queries";
import { emptySheetRows } from "@/lib/participants/rules";
import type { Session } from "@/lib/timetable/queries";

type People = NonNullable<ReturnType<typeof sheetPeople>>;

/** The sheet itself, all of it in the language of those who sign it. */
export async function Paper({
  course,
  groupId,
  people,
  sessions,
  day,
  language,
}: {
  course: Course;
  /** The group that signs by itself; null where everybody does. */
  groupId: number | null;
  people: People;
  /** Those that are signed for, all on one day. */
  sessions: readonly Session[];
  day: string;
  language: Locale;
}) {
  const t = await getTranslations("sheet");
  const title = shownIn(course.title, language);
  const messages = messagesOf(language);
  const on = createTranslator({ locale: language, messages, namespace: "sheet" });
  const kinds = createTranslator({ locale: language, messages, namespace: "sessionKind" });
  const named = (s: Session) => {
    const { code, name } = sessionName(s, language, kinds);
    // Each part by itself: a code in Latin letters does not turn what follows it.
    return [code, name, s.group].flatMap((part) => (part ? [isolate(part, language)] : [])).join(" – ");
  };
  const group = sessions.find((s) => s.groupId === groupId)?.group ?? null;
  const notCertain = notCertainOnPaper(course, language);
  const emptyRows = emptySheetRows(groupId === null ? course.capacity : people.length, people.length);
  return (
    <section
      className="sheet-frame"
      tabIndex={0}
      aria-label={[t("title"), group].filter(Boolean).join(dotBetween)}
    >
      <table className="sheet" aria-label={title} lang={language} dir={directionOf(language)}>
        <colgroup>
          {["number", "name", "organisation", "signature"].map((column) => (
            <col key={column} className={`sheet-${column}`} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <td colSpan={4}>
              <p className="sheet-title">
                <bdi dir={runsIn(title, language)}>{title}</bdi>
              </p>
              <p>
                {weekdayDay(day, language)} {day.slice(0, 4)}
                {group ? (
                  <>
                    {dotBetween}
                    <Written>{group}</Written>
                  </>
                ) : null}
              </p>
              {sessions.map((s) => (
                <p key={s.id}>
                  <bdi className="kept">{timeRange(s.startsAt, s.endsAt, language)}</bdi>
                  {dotBetween}
                  {named(s)}
                </p>
              ))}
              <p>
                {placesOf(course, sessions, language).map((part, i) => (
                  <span key={part}>
                    {i > 0 ? dotBetween : null}
                    <Written>{part}</Written>
                  </span>
                ))}
              </p>
              {notCertain ? <p>{notCertain}</p> : null}
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
          {listedWithOrganisations(people, language).map(({ person: p, listed }, i) => (
            <tr key={p.id}>
              <td>{i + 1}</td>
              <td>
                {[...namesFor(p, language), listed.apart].map((name, line) =>
                  name ? (
                    <Fragment key={name}>
                      {line > 0 ? <br /> : null}
                      <Written>{name}</Written>
                    </Fragment>
                  ) : null,
                )}
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
  );
}

/** Where people sign: venue, rooms, place and country. */
function placesOf(course: Course, sessions: readonly Session[], language: Locale): string[] {
  const rooms = [...new Set(sessions.map((s) => s.room))];
  const place = inLanguage(course.place, language).text;
  const where = placeAndCountry(place, countryName(course.country, language), language);
  return [course.venue, ...rooms, where].flatMap((part) => (part ? [part] : []));
}
