import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { granted, requireContext } from "@/app/_server/context";
import { courseHeadOfDesk } from "@/app/_server/course";
import { MoreMessages } from "@/app/_ui/BrowserMessages";
import { Empty } from "@/app/_ui/Empty";
import { Notice } from "@/app/_ui/Notice";
import { Written } from "@/app/_ui/Written";
import * as gate from "@/lib/access/gate";
import { type RollPerson, rollOf } from "@/lib/attendance/queries";
import { rollIsOpen } from "@/lib/courses/rules/workshops";
import { clockTime, fullDay, moment, weekdayDay } from "@/lib/i18n/format";
import { isolate, type Locale } from "@/lib/i18n/rules";
import { zoneCity } from "@/lib/i18n/zoneNames";
import { clock } from "@/lib/time/clock";
import { dayAt } from "@/lib/time/zone";
import "./roll.css";
import { LeftPeople } from "./LeftPeople";
import type { RollRow } from "./RollLine";
import { RollSheet } from "./RollSheet";
import { SessionHead } from "./SessionHead";

/** The roll of a session. */
export default async function Roll({
  params,
  searchParams,
}: {
  params: Promise<{ course: string; session: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { course: key, session: id } = await params;
  const { added, expected, known } = await searchParams;
  const cx = await requireContext(
    "roll.read",
    `/desk/courses/${encodeURIComponent(key)}/roll/${encodeURIComponent(id)}`,
  );
  const roll = rollOf(
    cx,
    granted(() => gate.session(cx, "roll.read", Number(id))),
  );
  const { session, course, people, left, earlyReason } = roll;
  if (String(course.id) !== key) notFound();
  const today = dayAt(clock(), session.zone);
  const early = today < session.day;
  const open = rollIsOpen(course, today);
  const own = gate.mayInWorkshop(cx, "participants.register", gate.course(cx, "roll.read", session.courseId));
  const walksIn = own && open && course.state !== "closed";
  const capacity = courseHeadOfDesk(cx, session.courseId)?.capacity;
  const newcomer = people.find((person) => own && String(person.registrationId) === added);
  const mends = course.state === "closed" && people.some((person) => person.holdsCertificate);
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("rolls");
  const outcome = await getTranslations("outcome");
  const enteredAt = (at: number) =>
    dayAt(at, session.zone) === session.day
      ? clockTime(at, locale, session.zone)
      : moment(at, session.zone, locale);
  const rowOf = (person: RollPerson): RollRow => ({
    id: person.registrationId,
    name: person.name,
    latinName: person.latinName,
    organisation: person.organisation,
    needs: person.needs,
    state: person.state,
    lateMinutes: person.state === "late" ? person.lateMinutes : null,
    entered:
      person.enteredAt === null
        ? null
        : t("entered", { by: person.enteredBy ?? t("somebody"), at: enteredAt(person.enteredAt) }),
    joined:
      person.joinedLater && person.placeSince !== null
        ? t("joined", { day: fullDay(dayAt(person.placeSince, session.zone), locale) })
        : null,
  });
  return (
    <div className="grid gap-2 sm:gap-4 max-w-4xl" data-whole-phone>
      <p>
        <Link
          href={`/desk/courses/${session.courseId}/roll`}
          prefetch={false}
          className="min-h-11 inline-flex items-center"
        >
          {t("allSessions")}
        </Link>
      </p>
      <SessionHead session={session} course={course} />
      {open ? null : <Notice>{t("notOpen")}</Notice>}
      {open && early ? (
        <Notice tone="attention">{t("early", { day: weekdayDay(session.day, locale) })}</Notice>
      ) : null}
      {earlyReason ? (
        <p className="quiet">
          {t("takenEarly")} <Written>{earlyReason}</Written>
        </p>
      ) : null}
      {mends ? <Notice>{t("mends")}</Notice> : null}
      {newcomer ? (
        <div role="status" className="rounded-card bg-ok-tint text-ok p-3">
          <p>{t("added", { name: isolate(newcomer.name, locale) })}</p>
          {known === "1" ? <p>{outcome("knownKept")}</p> : null}
          {capacity !== undefined && expected === String(capacity) ? (
            <p>{outcome("expectedRaised", { count: capacity })}</p>
          ) : null}
        </div>
      ) : null}
      {walksIn ? (
        <p>
          <Link
            href={`/desk/courses/${session.courseId}/participants/new?session=${session.id}`}
            prefetch={false}
            className="button"
          >
            {t("somebodyNew")}
          </Link>
        </p>
      ) : null}
      {people.length === 0 ? (
        <Empty title={t("nobody")}>{own ? t("nobodyNextOwn") : t("nobodyNext")}</Empty>
      ) : (
        <MoreMessages of={["roll"]}>
          <RollSheet
            account={cx.viewer.accountId ?? 0}
            courseId={session.courseId}
            sessionId={session.id}
            open={open}
            minutes={session.minutes}
            owes={early && !earlyReason ? "early" : mends ? "mended" : null}
            zone={session.zone}
            zoneName={zoneCity(session.zone, locale)}
            rows={people.map(rowOf)}
          />
        </MoreMessages>
      )}
      <LeftPeople people={left} />
    </div>
  );
}
