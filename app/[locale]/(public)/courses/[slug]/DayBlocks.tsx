import { useLocale, useTranslations } from "next-intl";
import { ToolMark, toolTone } from "@/app/_ui/kit/ToolMark";
import { ReadersTimes } from "@/app/_ui/ReadersTimes";
import { Written } from "@/app/_ui/Written";
import { dayOfMonth, shortMonth, timeRange, weekdayShort } from "@/lib/i18n/format";
import { inLanguage, isolate, type Locale, type Translated } from "@/lib/i18n/rules";
import { zoneOfCourse } from "@/lib/i18n/zoneNames";
import type { Session } from "@/lib/timetable/queries";
import { titleIn } from "@/lib/timetable/rules/titles";
import { SessionList } from "./SessionList";
import "./day-blocks.css";

type Tool = { code: string; title: Translated };
type Block = { key: string; tone: string; short: string; said: string };

/** What a day is about, each thing once: modules, and what else takes place, from opening to closing. */
function useBlocks() {
  const locale = useLocale() as Locale;
  const kinds = useTranslations("sessionKind");
  const blockOf = ({ kind, moduleCode, toolCode, toolTitle, title }: Session): Block => {
    if (!toolTitle || !toolCode) {
      const called = titleIn(title, locale);
      // What is no kind of its own is what it is called.
      if (kind === "other" && called)
        return { key: `other ${called}`, tone: "other", short: called, said: called };
      return { key: kind, tone: "other", short: kinds(kind), said: called ?? kinds(kind) };
    }
    const tool = inLanguage(toolTitle, locale).text;
    const said = moduleCode ? `${tool} ${moduleCode}` : tool;
    return { key: said, tone: toolTone(toolCode), short: moduleCode || tool.slice(0, 1), said };
  };
  return (sessions: readonly Session[]) => [
    ...new Map(sessions.map(blockOf).map((block) => [block.key, block])).values(),
  ];
}

/** The days of a course as blocks, in the colours of their tools; every session with its time is one tap away. */
export function DayBlocks({
  sessions,
  course,
}: {
  sessions: readonly Session[];
  course: Parameters<typeof zoneOfCourse>[0] & { slug: string };
}) {
  const locale = useLocale() as Locale;
  const t = useTranslations("public");
  const blocksOf = useBlocks();
  if (sessions.length === 0) return null;
  const days = [...new Set(sessions.map((s) => s.day))];
  const tools = new Map<string, Tool>();
  for (const { toolCode, toolTitle } of sessions)
    if (toolCode && toolTitle) tools.set(toolCode, { code: toolCode, title: toolTitle });
  const city = isolate(zoneOfCourse(course, locale), locale);
  const from = sessions.map((s) => s.startsAt).sort()[0]!;
  const to = sessions
    .map((s) => s.endsAt)
    .sort()
    .at(-1)!;
  const first = sessions.find(({ isOnline }) => isOnline);
  return (
    <section className="grid gap-3">
      <h2>{t("days", { count: days.length })}</h2>
      <ol className="day-blocks">
        {days.map((day) => (
          <li key={day}>
            <span>{weekdayShort(day, locale)}</span> <strong>{dayOfMonth(day, locale)}</strong>{" "}
            <span>{shortMonth(day, locale)}</span>
            <span className="day-blocks-of">
              {blocksOf(sessions.filter((s) => s.day === day)).map(({ key, tone, short, said }) => (
                <span key={key} data-tone={tone}>
                  {short === said ? (
                    short
                  ) : (
                    <>
                      <span aria-hidden>
                        <Written>{short}</Written>
                      </span>
                      <span className="sr-only"> {said} </span>
                    </>
                  )}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ol>
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {[...tools.values()].map((tool) => (
          <ToolMark key={tool.code} tool={tool} />
        ))}
      </p>
      <p className="quiet">
        <bdi className="kept">{timeRange(from, to, locale)}</bdi> {t("dayZone", { city })}
        {first ? <ReadersTimes slug={course.slug} language={locale} zone={first.zone} session="all" /> : null}
      </p>
      <details>
        <summary className="day-blocks-all">{t("allSessions")}</summary>
        <div className="mt-3">
          <SessionList sessions={[...sessions]} course={course} />
        </div>
      </details>
    </section>
  );
}
