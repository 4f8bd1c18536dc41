import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { asking, key, keyIn, type SearchParams } from "@/app/_server/asked";
import { currentContext, granted, requireContext } from "@/app/_server/context";
import { courseHeadOfDesk } from "@/app/_server/course";
import { beginsAt } from "@/app/_server/offlineWorker";
import { Empty } from "@/app/_ui/kit/Empty";
import { Notice } from "@/app/_ui/kit/Notice";
import { MoreMessages } from "@/app/_ui/MoreMessages";
import { Written } from "@/app/_ui/Written";
import * as gate from "@/lib/access/gate";
import { isStaff } from "@/lib/accounts/rules/signIns";
import { rollOf } from "@/lib/attendance/queries";
import { usualLate } from "@/lib/attendance/rules";
import { clockTime, shortDay, timeRange, weekdayDay } from "@/lib/i18n/format";
import { commas, isolate, shownIn } from "@/lib/i18n/rules";
import { zoneOfCourse } from "@/lib/i18n/zoneNames";
import { ifGranted } from "@/lib/result";
import { titleIn } from "@/lib/timetable/rules/titles";
import "./roll.css";
import "./said.css";
import { AtRisk } from "../AtRisk";
import { LeftPeople } from "./LeftPeople";
import { Newcomer } from "./Newcomer";
import { RollSheet } from "./RollSheet";
import { enteredByOne, rollRows } from "./rollRows";
import { SessionHead } from "./SessionHead";
import { SomebodyNew } from "./SomebodyNew";
import "../keys.css";
import { courseWords } from "@/app/_words/ofWorkshop";

type Props = { params: Promise<{ course: string; session: string }>; searchParams: SearchParams };

const asked = asking({ added: key, expected: key, known: key });

/** What a session is about. */
async function called({ moduleTitle, title, kind }: ReturnType<typeof rollOf>["session"]): Promise<string> {
  const locale = await getLocale();
  const kinds = await getTranslations("sessionKind");
  return moduleTitle ? shownIn(moduleTitle, locale) : (titleIn(title, locale) ?? kinds(kind));
}

/** The session by its subject, day and hour. */
export async function generateMetadata({ params }: Props) {
  const cx = await currentContext();
  const { session: id } = await params;
  const granted = ifGranted(() => gate.session(cx, "roll.read", keyIn(id)));
  if (!granted) return {};
  const { session } = rollOf(cx, granted);
  const locale = await getLocale();
  return {
    title: commas([await called(session), `${shortDay(session.day, locale)} ${session.startsAt}`], locale),
    other: { [beginsAt]: String(session.startInstant) },
  };
}

/** The roll of a session. */
export default async function Roll({ params, searchParams }: Props) {
  const { course: courseKey, session: id } = await params;
  const { added, expected, known } = await asked(searchParams);
  const cx = await requireContext(
    "roll.read",
    `/desk/courses/${encodeURIComponent(courseKey)}/roll/${encodeURIComponent(id)}`,
  );
  const roll = rollOf(
    cx,
    granted(() => gate.session(cx, "roll.read", keyIn(id))),
  );
  const { session, course, people, open } = roll;
  if (String(course.id) !== courseKey) notFound();
  const own = gate.mayInWorkshop(cx, "participants.register", gate.course(cx, "roll.read", course.id));
  const capacity = courseHeadOfDesk(cx, course.id)?.capacity;
  const newcomer = people.find((person) => own && person.registrationId === added);
  const locale = await getLocale();
  const t = await courseWords("rolls", course);
  const byOne = await enteredByOne(roll);
  return (
    <div
      className="grid gap-2 sm:gap-4 max-w-4xl"
      data-whole-phone
      // What this browser keeps beside it for when there is no network (`app/_server/offlineWorker.ts`); no longer than its reader
      // stays signed in, which staff do for minutes.
      data-rolls={open && !isStaff(cx.viewer) ? roll.ofDay.map(({ id }) => id).join(" ") : undefined}
    >
      <p>
        <Link
          href={`/desk/courses/${course.id}/roll`}
          prefetch={false}
          className="min-h-11 inline-flex items-center"
        >
          {t("allSessions")}
        </Link>
      </p>
      <SessionHead session={session} course={course} />
      {open || !roll.takes ? null : <Notice>{t("notOpen")}</Notice>}
      {open && roll.early ? (
        <Notice tone="attention">{t("early", { day: weekdayDay(session.day, locale) })}</Notice>
      ) : null}
      {roll.earlyReason ? (
        <p className="quiet">
          {t("takenEarly")} <Written>{roll.earlyReason}</Written>
        </p>
      ) : null}
      {course.state === "closed" && people.length > 0 ? <Notice>{t("mends")}</Notice> : null}
      {newcomer ? (
        <Newcomer
          person={newcomer}
          known={known === 1}
          expected={expected !== null && expected === capacity ? expected : null}
        />
      ) : null}
      {own && roll.takesWalkIns ? (
        <SomebodyNew
          href={`/desk/courses/${course.id}/participants/new?session=${session.id}`}
          label={t("somebodyNew")}
          needsNetwork={t("somebodyNewOffline")}
        />
      ) : null}
      {open && roll.toBegin ? (
        <Notice>{t("begins", { time: clockTime(session.startInstant, locale, session.zone) })}</Notice>
      ) : null}
      {byOne ? <p className="quiet">{byOne}</p> : null}
      {people.length === 0 ? (
        <Empty title={t("nobody")}>{own ? t("nobodyNextOwn") : t("nobodyNext")}</Empty>
      ) : (
        <MoreMessages of={["roll", "attendance"]}>
          <RollSheet
            account={cx.viewer.accountId ?? 0}
            courseId={course.id}
            sessionId={session.id}
            open={open}
            minutes={session.minutes}
            owes={roll.owes}
            zone={session.zone}
            zoneName={zoneOfCourse(course, locale)}
            rows={await rollRows(roll, { allByOne: byOne !== null, late: usualLate(session, cx.now) })}
          />
        </MoreMessages>
      )}
      {roll.next ? (
        <p>
          <Link
            href={`/desk/courses/${course.id}/roll/${roll.next.id}`}
            prefetch={false}
            className="min-h-11 inline-flex items-center"
          >
            {t("nextOfDay", {
              session: await called(roll.next),
              times: isolate(timeRange(roll.next.startsAt, roll.next.endsAt, locale), locale),
            })}
          </Link>
        </p>
      ) : null}
      <AtRisk people={people} />
      <LeftPeople people={roll.left} course={course} />
    </div>
  );
}
