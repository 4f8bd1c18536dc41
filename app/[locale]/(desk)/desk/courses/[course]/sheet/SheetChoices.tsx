import { getLocale, getTranslations } from "next-intl/server";
import { PrintButton } from "@/app/_ui/kit/PrintButton";
import { MoreMessages } from "@/app/_ui/MoreMessages";
import { sessionName } from "@/app/_ui/SessionList";
import type { Group } from "@/lib/groups/queries";
import { shortDay, timeRange } from "@/lib/i18n/format";
import { dashBetween, isolate, type Locale, localeNames, locales } from "@/lib/i18n/rules";
import type { Session } from "@/lib/timetable/queries";
import { Choices } from "./Choices";

/** Of which day or session the sheet is, in which language, and the way to print it. */
export async function SheetChoices({
  base,
  file,
  sessions,
  day,
  session,
  groups,
  group,
  language,
}: {
  /** The address of the page. */
  base: string;
  /** The address of the same sheet as a file. */
  file: string;
  sessions: readonly Session[];
  day: string;
  /** Null where the sheet is of the whole day. */
  session: Session | null;
  /** Groups that have sessions of their own on the day, and the one whose sheet it is; null: everybody's. */
  groups: readonly Group[];
  group: number | null;
  language: Locale;
}) {
  const locale = await getLocale();
  const t = await getTranslations("sheet");
  const g = await getTranslations("groups");
  const ofGroup = group === null ? "" : `&group=${group}`;
  const kinds = await getTranslations("sessionKind");
  const days = [...new Set(sessions.map((s) => s.day))];
  const ofDay = sessions.filter((s) => s.day === day);
  const address = (of: { day: string } | { session: number }, inLanguage: Locale = language) => {
    const [[name, value] = ["", ""]] = Object.entries(of);
    return `${base}?${new URLSearchParams({ language: inLanguage, [name]: String(value) })}`;
  };
  const named = (s: Session) => {
    const { code, name } = sessionName(s, locale, kinds);
    return [code, name, s.group].flatMap((part) => (part ? [isolate(part, locale)] : [])).join(dashBetween);
  };
  return (
    <div className="grid gap-4 print:hidden">
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
              label: `${timeRange(s.startsAt, s.endsAt, locale)} ${named(s)}`,
              chosen: s.id === session?.id,
            })),
          ]}
        />
      ) : null}
      {groups.length > 0 && !session ? (
        <Choices
          label={g("into")}
          choices={[{ id: null, name: g("everybody") }, ...groups].map(({ id, name }) => ({
            href: `${address({ day })}${id ? `&group=${id}` : ""}`,
            label: name,
            chosen: id === group,
          }))}
        />
      ) : null}
      <Choices
        label={t("language")}
        choices={locales.map((l) => ({
          href: `${address(session ? { session: session.id } : { day }, l)}${ofGroup}`,
          label: localeNames[l],
          language: l,
          chosen: l === language,
        }))}
      />
      <div className="flex flex-wrap gap-3 items-center">
        <MoreMessages of={["sheet"]}>
          <PrintButton />
        </MoreMessages>
        <a
          className="button"
          href={`${file}?${new URLSearchParams({ ...(session ? { session: String(session.id) } : { day }), lang: language })}${ofGroup}`}
        >
          {t("pdf")}
        </a>
      </div>
    </div>
  );
}
