import { getLocale, getTranslations } from "next-intl/server";
import { MoreMessages } from "@/app/_ui/MoreMessages";
import { sessionName } from "@/app/_ui/SessionList";
import { shortDay, timeRange } from "@/lib/i18n/format";
import { isolate, type Locale, localeNames, locales } from "@/lib/i18n/rules";
import type { Session } from "@/lib/timetable/queries";
import { Choices } from "./Choices";
import { PrintButton } from "./PrintButton";

/** Of which day or session the sheet is, in which language, and the way to print it. */
export async function SheetChoices({
  base,
  file,
  sessions,
  day,
  session,
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
  language: Locale;
}) {
  const locale = await getLocale();
  const t = await getTranslations("sheet");
  const kinds = await getTranslations("sessionKind");
  const days = [...new Set(sessions.map((s) => s.day))];
  const ofDay = sessions.filter((s) => s.day === day);
  const address = (of: { day: string } | { session: number }, inLanguage: Locale = language) => {
    const [[name, value] = ["", ""]] = Object.entries(of);
    return `${base}?${new URLSearchParams({ language: inLanguage, [name]: String(value) })}`;
  };
  const named = (s: Session) => {
    const { code, name } = sessionName(s, locale, kinds);
    return [code, name, s.group].flatMap((part) => (part ? [isolate(part, locale)] : [])).join(" – ");
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
      <Choices
        label={t("language")}
        choices={locales.map((l) => ({
          href: address(session ? { session: session.id } : { day }, l),
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
          href={`${file}?${new URLSearchParams({ ...(session ? { session: String(session.id) } : { day }), lang: language })}`}
        >
          {t("pdf")}
        </a>
      </div>
    </div>
  );
}
