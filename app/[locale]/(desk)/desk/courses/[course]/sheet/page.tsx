import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { asking, keyIn, oneOf, type SearchParams, text } from "@/app/_server/asked";
import { granted, requireContext } from "@/app/_server/context";
import { courseOfDesk } from "@/app/_server/course";
import { Empty } from "@/app/_ui/kit/Empty";
import * as gate from "@/lib/access/gate";
import { isLocale, type Locale, locales } from "@/lib/i18n/rules";
import { sheetPeople } from "@/lib/participants/queries";
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

const asked = asking({ session: text, day: text, language: oneOf(locales) });

/**
 * A sheet for people to sign, of a day or of one session, in the language that is chosen: on paper nothing stands but
 * names and organisations.
 */
export default async function Sheet({ params, searchParams }: Props) {
  const { course: key } = await params;
  const cx = await requireContext("roll.read", `/desk/courses/${encodeURIComponent(key)}/sheet`);
  const course = courseOfDesk(cx, keyIn(key));
  if (!course) notFound();
  const people = sheetPeople(
    cx,
    granted(() => gate.courseForAny(cx, ["roll.read", "participants.read"], course.id)),
  );
  const { session: sessionKey, day: chosenDay, language: chosenLanguage } = await asked(searchParams);
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
        language={language}
      />
      <Paper
        course={course}
        people={people}
        sessions={session ? [session] : sessions.filter((s) => s.day === day)}
        day={day}
        language={language}
      />
    </div>
  );
}
