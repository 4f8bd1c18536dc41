import Link from "next/link";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { requireContext } from "@/app/_server/context";
import { courseHeadOfDesk } from "@/app/_server/course";
import { clockTime, fullDay, moment, timeRange, weekdayDay } from "@/app/_ui/format";
import { Empty, Notice, PersonName, Say } from "@/app/_ui/parts";
import { SessionName } from "@/app/_ui/SessionList";
import { Written } from "@/app/_ui/Written";
import { zoneCity } from "@/app/_ui/zoneNames";
import * as gate from "@/lib/access/gate";
import { type RollPerson, rollOf } from "@/lib/attendance/queries";
import { rollIsOpen } from "@/lib/courses/rules";
import { isolate, type Locale } from "@/lib/i18n/rules";
import { clock } from "@/lib/time/clock";
import { dayAt } from "@/lib/time/zone";
import "./roll.css";
import { type RollRow, RollSheet } from "./RollSheet";

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
  const roll = rollOf(cx, Number(id));
  if (!roll || String(roll.session.courseId) !== key) notFound();
  const { session, people, left, earlyReason } = roll;
  const today = dayAt(clock(), session.zone);
  const early = today < session.day;
  const open = rollIsOpen({ ...session, state: session.courseState }, today);
  const own = gate.mayInWorkshop(cx, "participants.register", gate.course(cx, "roll.read", session.courseId));
  const walksIn = own && open && session.courseState !== "closed";
  const capacity = courseHeadOfDesk(cx, session.courseId)?.capacity;
  const newcomer = people.find((person) => own && String(person.registrationId) === added);
  const mends = session.courseState === "closed" && people.some((person) => person.holdsCertificate);
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("rolls");
  const marks = await getTranslations("roll");
  const errorWords = await getTranslations("errors");
  const states = await getTranslations("registrationState");
  const { errors, roll: words } = await getMessages();
  const rowOf = (person: RollPerson): RollRow => {
    const row: RollRow = { id: person.registrationId, name: person.name };
    if (person.latinName) row.latinName = person.latinName;
    if (person.organisation) row.organisation = person.organisation;
    if (person.needs) row.needs = person.needs;
    if (person.state) row.state = person.state;
    if (person.state === "late" && person.lateMinutes !== null) row.lateMinutes = person.lateMinutes;
    if (person.joinedLater && person.placeSince !== null)
      row.joined = t("joined", { day: fullDay(dayAt(person.placeSince, session.zone), locale) });
    if (person.enteredAt !== null)
      row.entered = t("entered", {
        by: person.enteredBy === null ? t("somebody") : person.enteredBy,
        at:
          dayAt(person.enteredAt, session.zone) === session.day
            ? clockTime(person.enteredAt, locale, session.zone)
            : moment(person.enteredAt, session.zone, locale),
      });
    return row;
  };
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
      <div>
        <h1 className="text-base sm:text-lg">
          <SessionName session={session} />
        </h1>
        <p className="quiet md:hidden">
          <Say text={session.course} />
        </p>
        <p className="quiet">
          {weekdayDay(session.day, locale)} ·{" "}
          <bdi className="whitespace-nowrap">{timeRange(session.startsAt, session.endsAt, locale)}</bdi>
          {session.room ? (
            <>
              {" · "}
              <Written>{session.room}</Written>
            </>
          ) : null}
        </p>
      </div>
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
          {known === "1" ? <p>{errorWords("knownKept")}</p> : null}
          {capacity !== undefined && expected === String(capacity) ? (
            <p>{errorWords("expectedRaised", { count: capacity })}</p>
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
        <NextIntlClientProvider messages={{ errors, roll: words } as never}>
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
        </NextIntlClientProvider>
      )}
      {left.length > 0 ? (
        <section className="grid gap-1 mt-4">
          <h2 className="text-base">{t("left")}</h2>
          <p className="quiet">{t("leftHint")}</p>
          <ul className="quiet">
            {left.map((person) => (
              <li key={person.registrationId} className="py-1 flex gap-4 justify-between max-w-md">
                <span>
                  <PersonName name={person.name} latinName={person.latinName} />
                </span>
                <span>
                  {marks(`state.${person.state}`)} · {states(person.registrationState)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
