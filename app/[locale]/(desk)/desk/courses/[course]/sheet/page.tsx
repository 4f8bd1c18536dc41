import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { asking, key, keyIn, oneOf, type SearchParams, text } from "@/app/_server/asked";
import { granted, requireContext } from "@/app/_server/context";
import { courseOfDesk } from "@/app/_server/course";
import { Empty } from "@/app/_ui/kit/Empty";
import * as gate from "@/lib/access/gate";
import { groupsIn } from "@/lib/groups/queries";
import { isTheirs } from "@/lib/groups/rules";
import { isLocale, type Locale, locales } from "@/lib/i18n/rules";
import { sheetPeople } from "@/lib/participants/queries";
import { listsToSign } from "@/lib/participants/rules";
import { dayAt } from "@/lib/time/zone";
import { courseSessions } from "@/lib/timetable/queries";
import { dayToShow } from "@/lib/timetable/rules";
import { Paper } from "./Paper";
import { SheetChoices } from "./SheetChoices";

type Props = {
  params: Promise<{ course: string }>;
  searchParams: SearchParams;
};

export const generateMetadata = async () => ({ title: (await getTranslations("sheet"))("title") });

const asked = asking({ session: text, day: text, group: key, language: oneOf(locales) });

/**
 * A sheet for people to sign, of a day (a sheet for each group that meets by itself) or of one session, in the language that is chosen: on paper nothing stands but
 * names and organisations.
 */
export default async function Sheet({ params, searchParams }: Props) {
  const { course: courseKey } = await params;
  const cx = await requireContext("roll.read", `/desk/courses/${encodeURIComponent(courseKey)}/sheet`);
  const course = courseOfDesk(cx, keyIn(courseKey));
  if (!course) notFound();
  const sheet = granted(() => gate.courseForAny(cx, ["roll.read", "participants.read"], course.id));
  const {
    session: sessionKey,
    day: chosenDay,
    group: groupKey,
    language: chosenLanguage,
  } = await asked(searchParams);
  const t = await getTranslations("sheet");
  const locale = (await getLocale()) as Locale;
  const sessions = courseSessions(cx, course);
  if (sessions.length === 0)
    return (
      <div className="grid gap-4">
        <Empty title={t("noSessions")}>
          <Link href={`/desk/courses/${course.id}/timetable`}>{t("toTimetable")}</Link>
        </Empty>
      </div>
    );
  const session = sessions.find((s) => String(s.id) === sessionKey) ?? null;
  if (sessionKey !== null && !session) notFound();
  const days = [...new Set(sessions.map((s) => s.day))];
  const day = session?.day ?? dayToShow(days, chosenDay, dayAt(cx.now, course.zone));
  if (!day) notFound();
  const ofDay = sessions.filter((s) => s.day === day);
  // Those whose sessions stand side by side on the day.
  const groups = groupsIn(cx, course).filter(({ id }) => ofDay.some((s) => s.groupId === id));
  const group = session ? null : (groups.find(({ id }) => id === groupKey)?.id ?? null);
  const signed = session ? [session] : ofDay.filter((s) => group === null || isTheirs(s, { groupId: group }));
  const own = course.languages.find((l) => isLocale(l)) ?? locale;
  const language = chosenLanguage ?? own;
  return (
    <div className="grid gap-6">
      <SheetChoices
        base={`/desk/courses/${course.id}/sheet`}
        file={`/api/files/sheet/${course.id}`}
        sessions={sessions}
        day={day}
        session={session}
        groups={groups}
        group={group}
        language={language}
      />
      {listsToSign(sheetPeople(cx, sheet), signed, group).map((list) => (
        <Paper key={list.groupId ?? 0} course={course} {...list} day={day} language={language} />
      ))}
    </div>
  );
}
