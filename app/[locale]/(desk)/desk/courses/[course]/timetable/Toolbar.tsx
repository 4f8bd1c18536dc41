import {
  CalendarClock,
  ChevronLeft,
  ChevronRight,
  Plus,
  RotateCcw,
  TriangleAlert,
  Users,
} from "lucide-react";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { Popovers } from "@/app/_ui/kit/Popovers";
import { MenuItem, RowMenu } from "@/app/_ui/kit/RowMenu";
import "@/app/_ui/kit/popover.css";
import { shortDay, shortRange, timeRange } from "@/lib/i18n/format";
import { isolate } from "@/lib/i18n/rules";
import type { Session } from "@/lib/timetable/queries";
import type { Address, Said } from "./asked";
import { nameInSentence } from "./changes";
import "./toolbar.css";
import { courseWords } from "@/app/_words/ofWorkshop";

/** Above the sheet: which week and how, what is wrong, and what can be done with all of it. */
export async function Toolbar({
  course,
  weeks,
  shownWeek,
  days,
  view,
  wrong,
  acts,
  proposes,
  filled,
  beside,
  address,
}: {
  course: OfCourse;
  weeks: readonly (readonly string[])[];
  shownWeek: number;
  /** On how many days something takes place. */
  days: number;
  view: Said["view"];
  /** Sessions that cannot be as they are planned. */
  wrong: readonly Session[];
  /** True for whoever may change it. */
  acts: boolean;
  /** True where there is something that a new proposal would replace. */
  proposes: boolean;
  /** True where adding a session is the main thing to do. */
  filled: boolean;
  /** True while a panel takes the room beside it. */
  beside: boolean;
  address: Address;
}) {
  const t = await courseWords("timetable", course);
  const s = await getTranslations("timetableSheet");
  const g = await getTranslations("groups");
  return (
    <div
      className="sheet-bar"
      data-menu={days > 0 ? "" : undefined}
      data-beside={beside && days > 0 ? "" : undefined}
    >
      {weeks.length > 1 && view === null ? <Weeks weeks={weeks} shown={shownWeek} address={address} /> : null}
      <nav aria-label={s("view")} className="sheet-views">
        {([null, "all", "list"] as const)
          .filter((one) => one !== "all" || weeks.length > 1)
          .map((one) => (
            <Link
              key={one}
              href={address({ view: one })}
              scroll={false}
              prefetch={false}
              aria-current={view === one ? "true" : undefined}
            >
              {one === "all" ? s("all", { count: days }) : s(one ?? "week")}
            </Link>
          ))}
      </nav>
      {wrong.length > 0 ? <Conflicts sessions={wrong} address={address} /> : null}
      {acts ? (
        <div className="sheet-acts">
          <Link href={`/desk/courses/${course.id}/move`} prefetch={false} className="button">
            <CalendarClock size={18} aria-hidden />
            {t("move")}
          </Link>
          <Link href={`/desk/courses/${course.id}/groups`} prefetch={false} className="button">
            <Users size={18} aria-hidden />
            {g("title")}
          </Link>
          {proposes ? (
            <Link
              id="propose-again"
              href={address({ show: "propose" })}
              scroll={false}
              prefetch={false}
              className="button"
            >
              <RotateCcw size={18} aria-hidden />
              {s("proposeAgain")}
            </Link>
          ) : null}
          <Link
            id="add-session"
            href={address({ show: "new" })}
            scroll={false}
            prefetch={false}
            className={filled ? "button-main" : "button"}
          >
            <Plus size={18} aria-hidden />
            {t("addSession")}
          </Link>
          {beside && days > 0 ? (
            <div className="sheet-more">
              <RowMenu of={t("title")}>
                <OtherActs course={course} proposes={proposes} address={address} />
              </RowMenu>
            </div>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

type OfCourse = { id: number; scheduledBy: number | null };
type Acts = { course: OfCourse; proposes: boolean; address: Address };

/** The same acts behind one button, beside the days of a phone. */
export async function PhoneMenu(acts: Acts) {
  const t = await getTranslations("timetable");
  return (
    <div className="sheet-menu">
      <RowMenu of={t("title")}>
        <Way href={acts.address({ show: "new" })} name={t("addSession")} />
        <OtherActs {...acts} />
      </RowMenu>
    </div>
  );
}

/** What can be done with all of it, but for adding a session, as entries of a menu. */
async function OtherActs({ course, proposes, address }: Acts) {
  const t = await courseWords("timetable", course);
  const s = await getTranslations("timetableSheet");
  const g = await getTranslations("groups");
  return (
    <>
      {proposes ? <Way href={address({ show: "propose" })} name={s("proposeAgain")} /> : null}
      <Way href={`/desk/courses/${course.id}/move`} name={t("move")} />
      <Way href={`/desk/courses/${course.id}/groups`} name={g("title")} />
    </>
  );
}

const Way = ({ href, name }: { href: string; name: string }) => (
  <MenuItem>
    <Link href={href} scroll={false} prefetch={false}>
      {name}
    </Link>
  </MenuItem>
);

async function Weeks({
  weeks,
  shown,
  address,
}: {
  weeks: readonly (readonly string[])[];
  shown: number;
  address: Address;
}) {
  const locale = await getLocale();
  const s = await getTranslations("timetableSheet");
  const week = weeks[shown] ?? [];
  const way = (to: readonly string[] | undefined, label: string, sign: React.ReactNode) =>
    to?.[0] ? (
      <Link
        href={address({ week: to[0] })}
        scroll={false}
        prefetch={false}
        aria-label={label}
        className="sheet-way"
      >
        {sign}
      </Link>
    ) : (
      <span aria-hidden className="sheet-way" data-none>
        {sign}
      </span>
    );
  return (
    <div className="sheet-weeks">
      {way(weeks[shown - 1], s("before"), <ChevronLeft size={20} className="mirrored" />)}
      <b>
        <bdi>{shortRange(week[0] ?? "", week.at(-1) ?? "", locale)}</bdi>
      </b>
      {way(weeks[shown + 1], s("after"), <ChevronRight size={20} className="mirrored" />)}
    </div>
  );
}

/** What cannot be as it is planned, each with the way to it. */
async function Conflicts({ sessions, address }: { sessions: readonly Session[]; address: Address }) {
  const locale = await getLocale();
  const t = await getTranslations("timetable");
  const s = await getTranslations("timetableSheet");
  const lines = await Promise.all(
    sessions.map(async (session) => ({
      id: session.id,
      said: t("sessionLine", {
        session: await nameInSentence(session),
        day: shortDay(session.day, locale),
        times: isolate(timeRange(session.startsAt, session.endsAt, locale), locale),
      }),
    })),
  );
  return (
    <details className="pop" data-popover>
      <summary className="sheet-conflicts">
        <TriangleAlert size={18} aria-hidden />
        {s("conflicts", { count: sessions.length })}
      </summary>
      <ul className="pop-list pop-long">
        {lines.map(({ id, said }) => (
          <li key={id} className="pop-item">
            <Link href={address({ show: id })} scroll={false} prefetch={false}>
              {said}
            </Link>
          </li>
        ))}
      </ul>
      <Popovers />
    </details>
  );
}
