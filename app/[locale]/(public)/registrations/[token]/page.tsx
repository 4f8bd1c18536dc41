import { CalendarPlus, MessageCircle } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { granted, publicContext } from "@/app/_server/context";
import { Contact } from "@/app/_ui/Contact";
import { CourseDates, CoursePlace } from "@/app/_ui/CourseLine";
import { Fact } from "@/app/_ui/Fact";
import { AttendanceLine, CertificateLinks } from "@/app/_ui/FollowedCourse";
import { Hidden, Submit, TextField } from "@/app/_ui/form/fields";
import { Notice } from "@/app/_ui/Notice";
import { PageHead } from "@/app/_ui/PageHead";
import { Say } from "@/app/_ui/Say";
import { RegistrationBadge } from "@/app/_ui/StateBadges";
import { Written } from "@/app/_ui/Written";
import * as gate from "@/lib/access/gate";
import { allows, isApproved, registrationOpen } from "@/lib/courses/rules";
import { processSettings } from "@/lib/env/settings";
import { moment, timeRange, weekdayDay } from "@/lib/i18n/format";
import { inLanguage, isolate } from "@/lib/i18n/rules";
import { followRegistration } from "@/lib/registrations/queries";
import { courseTime, mayBecome, type RegistrationState } from "@/lib/registrations/rules";
import { clock } from "@/lib/time/clock";
import { dayAt } from "@/lib/time/zone";
import { StateCard } from "./StateCard";
import { ComeBackForm, WithdrawalForm } from "./WithdrawalForm";

export const generateMetadata = async () => ({
  title: (await getTranslations("follow"))("title"),
  robots: { index: false },
});

/** What a withdrawal gives up: a place, a place in the waiting list, or an application that awaits a decision. */
const leaves = (state: RegistrationState) =>
  state === "accepted" ? "place" : state === "waiting" ? "waiting" : "application";

/** One's own registration, by its unguessable address: state, what happens next, certificates. No sign-in needed. */
export default async function Follow({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const cx = publicContext();
  const registration = followRegistration(
    cx,
    granted(() => gate.ownRegistration(cx, token)),
  );
  const locale = await getLocale();
  const t = await getTranslations("follow");
  const states = await getTranslations("registrationState");
  const today = dayAt(clock(), registration.zone);
  const address = `${processSettings().publicUrl}/registrations/${registration.token}`;
  const title = inLanguage(registration.title, locale).text;
  const waits = registration.courseState !== "cancelled" && allows(registration.courseState, "decide");
  const open = registrationOpen({ ...registration, state: registration.courseState }, today);
  const mayComeBack = registration.state === "withdrawn" && open;
  const time = courseTime({ ...registration, state: registration.courseState }, today);
  const mayLeave = waits && mayBecome(registration.state, "withdrawn");
  const comes = registration.state === "accepted" && waits;
  const { nextSession, contact } = registration;
  return (
    <div className="grid gap-6 max-w-2xl">
      <PageHead
        title={
          isApproved(registration) ? (
            <a href={`/courses/${registration.slug}`}>
              <Say text={registration.title} />
            </a>
          ) : (
            <Say text={registration.title} />
          )
        }
        under={
          <>
            <CourseDates course={registration} /> · <CoursePlace course={registration} />
          </>
        }
      />
      <StateCard state={registration.state}>
        <p className="flex flex-wrap gap-3 items-center">
          <RegistrationBadge state={registration.state} />
          <Written className="font-semibold">{registration.name}</Written>
        </p>
        {registration.courseState === "cancelled" ? (
          <Notice tone="stop" title={t("courseCancelled")}>
            <Written>{registration.courseReason}</Written>
          </Notice>
        ) : (
          <p className="text-lg">
            {registration.state === "accepted" && time !== "before"
              ? t(`nextAccepted.${time}`)
              : t(`next.${registration.state}`, { place: registration.waitingNumber ?? 0 })}
          </p>
        )}
        {registration.state === "withdrawn" && waits && !mayComeBack ? (
          <>
            <p>{t("withdrawnForGood")}</p>
            {contact ? <Contact label={t("withdrawnAsk")} contact={contact} /> : null}
          </>
        ) : null}
        <dl className="grid gap-3 sm:grid-cols-2">
          {comes && nextSession ? (
            <Fact label={t(time === "before" ? "firstSession" : "nextSession")}>
              {weekdayDay(nextSession.day, locale)},{" "}
              {timeRange(nextSession.startsAt, nextSession.endsAt, locale)}
              <span className="block">
                {nextSession.room ? (
                  <>
                    <Written>{nextSession.room}</Written> ·{" "}
                  </>
                ) : null}
                <CoursePlace course={registration} />
              </span>
            </Fact>
          ) : null}
          <Fact label={t("number")}>
            <bdi dir="ltr" className="font-mono">
              {registration.courseId}-{registration.number}
            </bdi>
          </Fact>
          <Fact label={t("registeredAt")}>
            {moment(registration.registeredAt, registration.zone, locale)}
          </Fact>
        </dl>
        <AttendanceLine registration={registration} />
        <CertificateLinks registration={registration} today={today} token={registration.token} />
      </StateCard>
      {mayComeBack ? (
        <ComeBackForm className="card grid gap-3">
          <h2>{t("comeBack")}</h2>
          <p>{t(`comeBackHint.${registration.admission}`)}</p>
          <Hidden name="token" value={registration.token} />
          <div>
            <Submit busy={t("sending")}>{t("comeBackNow")}</Submit>
          </div>
        </ComeBackForm>
      ) : null}
      <p className="quiet">{t("keepAddress")}</p>
      {isApproved(registration) ? (
        <p className="quiet">
          {t("whose", { name: isolate(registration.name, locale) })}{" "}
          <a href={`/courses/${registration.slug}`}>{t("toCourse")}</a>
        </p>
      ) : null}
      <p className="flex flex-wrap gap-3">
        <a
          href={`https://wa.me/?text=${encodeURIComponent(`${title}\n${address}`)}`}
          target="_blank"
          rel="noreferrer"
          className="button"
        >
          <MessageCircle size={18} />
          {t("whatsapp")}
        </a>
        {isApproved(registration) && mayLeave && time !== "over" ? (
          <a href={`/api/files/calendar/${registration.slug}`} className="button">
            <CalendarPlus size={18} />
            {t("calendar")}
          </a>
        ) : null}
      </p>
      <section className="grid gap-2">
        <h2>{t("history")}</h2>
        <ol className="grid gap-1">
          {registration.history.map((change) => (
            <li key={change.id}>
              <span className="quiet">{moment(change.at, registration.zone, locale)}</span>{" "}
              {states(change.toState)}
              {change.reason ? (
                <>
                  {" – "}
                  <Written>{change.reason}</Written>
                </>
              ) : null}
            </li>
          ))}
        </ol>
      </section>
      {mayLeave ? (
        <details className="card">
          <summary className="font-semibold min-h-11 content-center">{t("withdraw")}</summary>
          <WithdrawalForm className="grid gap-4 mt-3">
            {registration.state === "accepted" && time !== "before" && !open ? (
              <Notice tone="attention" title={t("withdrawRunning")}>
                {t("withdrawRunningAttendance")}
              </Notice>
            ) : (
              <p>
                {t(`withdrawHint.${leaves(registration.state)}`)} {open ? null : t("withdrawFinal")}
              </p>
            )}
            {contact && !open ? <Contact label={t("withdrawAsk")} contact={contact} /> : null}
            <Hidden name="token" value={registration.token} />
            <TextField name="reason" label={t("reason")} optional={t("optional")} />
            <div>
              <Submit tone="stop" busy={t("sending")}>
                {t("withdrawNow")}
              </Submit>
            </div>
          </WithdrawalForm>
        </details>
      ) : null}
    </div>
  );
}
