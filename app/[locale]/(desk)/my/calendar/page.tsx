import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { asking, asSaid, type SearchParams } from "@/app/_server/asked";
import { granted, requireContext } from "@/app/_server/context";
import { readersDay, readersZone } from "@/app/_server/zone";
import { Empty } from "@/app/_ui/kit/Empty";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { TellZone } from "@/app/_ui/TellZone";
import { timeWords } from "@/app/_words/away";
import * as gate from "@/lib/access/gate";
import * as trainers from "@/lib/access/trainerGate";
import { awayOf } from "@/lib/away/queries";
import { list, monthOfYear } from "@/lib/i18n/format";
import { ownRequests, requestToAnswer } from "@/lib/requests/queries";
import { awaitsAnswer } from "@/lib/requests/rules";
import { isCivilDay } from "@/lib/time/civil";
import { addMonths, daysSomewhere } from "@/lib/time/zone";
import { ownTeaching } from "@/lib/timetable/queries";
import { monthAndNext, withAsked } from "@/lib/timetable/rules/mine";
import { CalendarAddress } from "../../_calendar/CalendarAddress";
import { Day } from "./Day";

export const generateMetadata = async () => ({ title: (await getTranslations("myCalendar"))("title") });

const read = asking({ month: asSaid });

/** A month of what the viewer teaches, with what comes next where it ends soon, by day: where they are then and around it, what they are asked for, when they are away. */
export default async function MyCalendar({ searchParams }: { searchParams: SearchParams }) {
  const cx = await requireContext("away.edit", "/my/calendar");
  const trainer = granted(() => trainers.trainer(cx, "away.edit", cx.viewer.personId ?? 0));
  const locale = await getLocale();
  const t = await getTranslations("myCalendar");
  const away = await getTranslations("away");
  const asks = await getTranslations("asks");
  const said = await timeWords();
  const zone = await readersZone(cx);
  const today = await readersDay(cx);
  const { month } = await read(searchParams);
  const first = isCivilDay(`${month}-01`) ? `${month}-01` : `${today.slice(0, 7)}-01`;
  const { to: last } = monthAndNext(first, today);
  const days = ownTeaching(cx, gate.self(cx), first, last);
  const requests = ownRequests(cx, gate.self(cx)).filter(awaitsAnswer);
  const asked = requests.flatMap(({ id }) => {
    const { sessions, role, course } = requestToAnswer(cx, trainers.ownRequest(cx, "request.answer", id));
    return sessions.map((session) => ({ ...session, role, course, requestId: id }));
  });
  const all = withAsked(
    days,
    asked.filter(({ day }) => day >= first && day <= last),
  );
  const isPast = ({ day }: { day: string }) => first.slice(0, 7) === today.slice(0, 7) && day < today;
  const past = all.filter(isPast);
  const times = awayOf(cx, trainer, daysSomewhere(cx.now)[0]).filter(
    (time) => time.kind === "weekly" || (time.fromDay <= last && time.toDay >= first),
  );
  const monthAt = (at: string) => ({
    href: `/my/calendar?month=${at.slice(0, 7)}`,
    said: monthOfYear(at, locale),
  });
  const [before, after] = [monthAt(addMonths(first, -1)), monthAt(addMonths(first, 1))];
  return (
    <>
      <PageHead title={t("title")} under={monthOfYear(first, locale)} />
      <div className="grid gap-6 max-w-3xl">
        <nav aria-label={t("months")} className="flex flex-wrap gap-3 justify-between">
          <Link href={before.href} prefetch={false} className="button">
            {before.said}
          </Link>
          <Link href={after.href} prefetch={false} className="button">
            {after.said}
          </Link>
        </nav>
        {requests.length > 0 ? (
          <p>
            <Link href="/my/requests" className="font-semibold">
              {t("asked", { count: requests.length })}
            </Link>
          </p>
        ) : null}
        {times.length > 0 ? (
          <p>
            {away("then", { when: list(times.map(said), locale) })}{" "}
            <Link href="/my/away" prefetch={false}>
              {away("change")}
            </Link>
          </p>
        ) : null}
        {days.some(({ sessions }) => sessions.some(({ isOnline }) => isOnline)) ? (
          <TellZone known={zone.said} />
        ) : null}
        {all.length === 0 ? <Empty title={t("none")} /> : null}
        {past.length > 0 ? (
          <details>
            <summary className="min-h-11 content-center">{t("past", { count: past.length })}</summary>
            <div className="grid gap-6">
              {past.map((day) => (
                <Day key={day.day} {...day} here={zone.here} today={today} away={times} />
              ))}
            </div>
          </details>
        ) : null}
        {all
          .filter((day) => !isPast(day))
          .map((day) => (
            <Day key={day.day} {...day} here={zone.here} today={today} away={times} />
          ))}
        <ul className="flex flex-wrap gap-x-4">
          <li>
            <Link href="/my/away" className="inline-flex items-center min-h-11">
              {away("mine")}
            </Link>
          </li>
          <li>
            <Link href="/my/requests" className="inline-flex items-center min-h-11">
              {asks("mine")}
            </Link>
          </li>
        </ul>
        <CalendarAddress cx={cx} feed="mine" of={null} />
      </div>
    </>
  );
}
