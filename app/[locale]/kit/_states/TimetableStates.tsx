import { useLocale } from "next-intl";
import { type GridDay, TimetableGrid } from "@/app/_ui/kit/TimetableGrid";
import type { GridSession } from "@/app/_ui/kit/TimetableSession";
import { pausesOf } from "@/lib/timetable/rules/grid";

const en = {
  label: "Week of 17 January",
  days: "Days",
  weekdays: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
  month: "January",
  today: "today",
  off: "weekend",
  pause: "Break",
  opening: "Opening",
  long: "Abdulrahmanalmuhammadalibrahimalkhalilalmansouralhaddad",
  about: "Assessing a market",
  who: "Nour Qasem",
  room: "Main hall",
  clash: "same time",
  missing: "attendance missing",
};
const ar: typeof en = {
  label: "أسبوع 17 كانون الثاني",
  days: "الأيام",
  weekdays: ["الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"],
  month: "كانون الثاني",
  today: "اليوم",
  off: "عطلة أسبوعية",
  pause: "استراحة",
  opening: "الافتتاح",
  long: "عبدالرحمنالمحمدالإبراهيمالخليلالمنصورالحدادالنجار",
  about: "تقييم السوق",
  who: "نور قاسم",
  room: "القاعة الرئيسية",
  clash: "في الوقت نفسه",
  missing: "كشف الحضور لم يُؤخذ",
};

const dayOf = (nth: number) => `2027-01-${17 + nth}`;

/** Sessions of every tool, alone and side by side, short and long, with what can be wrong with them. */
export function TimetableStates() {
  const w = useLocale() === "ar" ? ar : en;
  const session = (
    id: number,
    day: number,
    startsAt: string,
    endsAt: string,
    name: string,
    more: Partial<GridSession> = {},
  ): GridSession => ({
    id,
    day: dayOf(day),
    startsAt,
    endsAt,
    tone: "other",
    href: `#session-${id}`,
    // A module is called by its code; what it is about follows.
    ...(name.includes(".Coop") ? { code: name, name: w.about } : { name }),
    who: [{ name: w.who }],
    where: [w.room],
    ...more,
  });
  const sessions = [
    session(1, 0, "09:00", "09:30", w.opening),
    session(2, 0, "09:30", "12:00", "Think.Coop M1", { tone: "think", shown: true }),
    session(3, 0, "13:00", "15:30", "Start.Coop M1", { tone: "start", marked: true }),
    session(4, 1, "09:00", "12:00", "My.Coop M1", { tone: "my", byHand: true }),
    session(5, 1, "13:00", "14:00", "Manage.Coop M1", { tone: "manage" }),
    session(6, 2, "09:00", "11:30", "Start.Coop M2", {
      tone: "start",
      signs: [{ tone: "stop", word: w.clash }],
    }),
    session(7, 2, "10:00", "12:00", "Start.Coop M3", {
      tone: "start",
      signs: [{ tone: "stop", word: w.clash }],
    }),
    session(8, 2, "13:00", "15:30", "Start.Coop M3", {
      tone: "start",
      signs: [{ tone: "attention", word: w.missing }],
    }),
    session(9, 4, "09:00", "10:00", w.long),
  ];
  const days = w.weekdays.map(
    (weekday, nth): GridDay => ({
      day: dayOf(nth),
      weekday,
      number: String(17 + nth),
      inFull: `${weekday} ${17 + nth} ${w.month}`,
      note: nth === 2 ? w.today : nth > 4 ? w.off : null,
      today: nth === 2,
      free: nth > 4,
      pauses: pausesOf(sessions.filter(({ day }) => day === dayOf(nth))).map(({ minutes, ...pause }) => ({
        ...pause,
        said: `${w.pause} (${minutes})`,
      })),
    }),
  );
  return (
    <TimetableGrid
      label={w.label}
      daysLabel={w.days}
      view="week"
      weeks={[days]}
      shownWeek={0}
      sessions={sessions}
      now={{ day: dayOf(2), time: "14:20" }}
      ofAll={{ byHand: "by hand" }}
    />
  );
}
