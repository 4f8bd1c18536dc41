import { getLocale, getTranslations } from "next-intl/server";
import type { ReadersZone } from "@/app/_server/zone";
import { CourseDates, CoursePlace } from "@/app/_ui/CourseLine";
import { DayField, TimeField } from "@/app/_ui/form/days";
import { Hidden, SelectField, Submit, TextArea } from "@/app/_ui/form/fields";
import { Pieces } from "@/app/_ui/Pieces";
import { Say } from "@/app/_ui/Say";
import { SessionName } from "@/app/_ui/SessionList";
import { TellZone } from "@/app/_ui/TellZone";
import { SessionTimes } from "@/app/_ui/TimesHere";
import { Written } from "@/app/_ui/Written";
import { timeWords } from "@/app/_words/away";
import { fullDay, list as inWords, shortDay } from "@/lib/i18n/format";
import { dotBetween, isolate, nameFor, type PersonsNames } from "@/lib/i18n/rules";
import type { RequestToAnswer } from "@/lib/requests/queries";
import { isFolded, whatIsInTheWay, whyNotAll } from "@/lib/requests/rules";
import { Clashes } from "../../desk/courses/[course]/move/Clashes";
import { AcceptRequestForm, DeclineRequestForm, ProposeInsteadForm } from "./forms";

/** A request as a card: what, when and where, who asks, what is in the way, and the three ways to answer. */
export async function Request({
  request,
  others,
  zone,
}: {
  request: RequestToAnswer;
  /** The zone of whoever reads. */
  zone: ReadersZone;
  /** Whom one may name instead. */
  others: readonly (PersonsNames & { id: number })[];
}) {
  const locale = await getLocale();
  const t = await getTranslations("asks");
  const roles = await getTranslations("trainerRole");
  const { course, askedBy, answerBy, message, role, shown } = request;
  return (
    <article
      id={`request-${request.id}`}
      className="card grid gap-3 sm:p-6"
      aria-labelledby={`of-${request.id}`}
    >
      <div>
        <h2 id={`of-${request.id}`}>
          <Say text={course.title} />
        </h2>
        <p className="quiet">
          <Pieces>
            <CourseDates course={{ ...course, year: null, datesNote: null }} short />
            <CoursePlace course={course} />
            {request.group ? t("ofGroup", { group: isolate(request.group, locale) }) : null}
            {t("as", { role: roles(role) })}
            {askedBy ? t("by", { name: isolate(nameFor(askedBy, locale), locale) }) : null}
          </Pieces>
        </p>
      </div>
      {course.awaitsApproval ? <p>{t("awaitsApproval")}</p> : null}
      {message ? (
        <p>
          <Written>{message}</Written>
        </p>
      ) : null}
      <p className={shown === "late" ? "text-attention font-semibold" : "font-semibold"}>
        {t(shown === "late" ? "untilLate" : "until", { day: fullDay(answerBy, locale) })}
      </p>
      <Sessions request={request} here={zone.here} />
      {request.sessions.some(({ isOnline }) => isOnline) ? <TellZone known={zone.said} /> : null}
      <Accept request={request} />
      <details>
        <summary className="min-h-11 content-center">{t("decline")}</summary>
        <DeclineRequestForm className="grid gap-3 mt-2" label={t("decline")}>
          <Hidden name="requestId" value={request.id} />
          <TextArea name="reason" label={t("reason")} rows={2} />
          <Submit tone="quiet" busy={t("saving")}>
            {t("declineNow")}
          </Submit>
        </DeclineRequestForm>
      </details>
      <details>
        <summary className="min-h-11 content-center">{t("propose")}</summary>
        <ProposeInsteadForm className="grid gap-3 mt-2" label={t("propose")}>
          <Hidden name="requestId" value={request.id} />
          <SelectField
            name="otherPersonId"
            label={t("otherTrainer")}
            empty={t("noOther")}
            options={others.map((one) => ({ value: String(one.id), label: nameFor(one, locale) }))}
          />
          <div className="grid gap-3 min-[24rem]:grid-cols-2">
            <DayField
              name="otherDay"
              label={t(request.ofFirstDay ? "otherFirstDay" : "otherDay")}
              hint={request.ofFirstDay ? t("otherFirstDayHint") : undefined}
              near={request.sessions[0]?.day ?? course.startsOn ?? undefined}
            />
            {request.ofFirstDay ? null : (
              <TimeField name="otherTime" label={t("otherTime")} optional={t("optional")} />
            )}
          </div>
          <TextArea name="reason" label={t("reason")} optional={t("optional")} rows={2} />
          <Submit tone="quiet" busy={t("saving")}>
            {t("proposeNow")}
          </Submit>
        </ProposeInsteadForm>
      </details>
    </article>
  );
}

/** The way to accept, with what that gives where it is not all, and the choice between groups that meet at one time; none where nothing can be taken. */
async function Accept({ request: { id, accepting, sessions } }: { request: RequestToAnswer }) {
  const locale = await getLocale();
  const t = await getTranslations("asks");
  const absence = await timeWords();
  const { away, times } = whatIsInTheWay(sessions);
  const { all, takes, groups } = accepting;
  if (all > 0 && takes === 0) return <p className="font-semibold">{t("takesNone")}</p>;
  return (
    <AcceptRequestForm className="grid gap-3" label={t("accept")}>
      <Hidden name="requestId" value={id} />
      {takes < all ? (
        <p className="text-attention font-semibold">
          {t("takesSome", { takes, all, why: whyNotAll(accepting) })}
        </p>
      ) : null}
      {away > 0 ? (
        <p className="text-attention font-semibold">
          {t("youAway", { count: away, when: inWords(times.map(absence), locale) })} {t("awayRead")}
        </p>
      ) : null}
      {groups.length > 1 ? (
        <SelectField
          name="groupId"
          label={t("whichGroup")}
          empty={t("anyGroup")}
          options={groups.map((group) => ({ value: String(group.id), label: group.name }))}
        />
      ) : null}
      <Submit busy={t("saving")}>{t("accept")}</Submit>
    </AcceptRequestForm>
  );
}

/** The sessions that one is asked for, each with what is in the way of it; many are folded, with what is in the way above. */
async function Sessions({
  request: { sessions, course, id },
  here,
}: {
  request: RequestToAnswer;
  here: string | null;
}) {
  const locale = await getLocale();
  const t = await getTranslations("asks");
  if (sessions.length === 0) return <p className="quiet">{t("noSessions")}</p>;
  const list = (
    <ul className="grid gap-2">
      {sessions.map((session) => (
        <li key={session.id}>
          <SessionName session={session} />
          {dotBetween}
          {shortDay(session.day, locale)} <SessionTimes session={session} course={course} here={here} />
          {session.inTheWay.fault ? (
            <span className="block text-stop">
              <Clashes clashes={[session.inTheWay.fault]} />
            </span>
          ) : null}
          {session.atOnce ? <span className="block text-attention">{t("atOnce")}</span> : null}
          {session.inTheWay.away ? (
            <span className="block text-attention font-semibold">{t("youAreAway")}</span>
          ) : null}
        </li>
      ))}
    </ul>
  );
  if (!isFolded(sessions))
    return (
      <section className="grid gap-2" aria-labelledby={`sessions-${id}`}>
        <h3 id={`sessions-${id}`} className="text-base">
          {t("sessions")}
        </h3>
        {list}
      </section>
    );
  const { busy } = whatIsInTheWay(sessions);
  return (
    <div className="grid gap-1">
      {busy > 0 ? <p className="text-stop font-semibold">{t("youTeach", { count: busy })}</p> : null}
      <details>
        <summary className="min-h-11 content-center" id={`sessions-${id}`}>
          {sessions[0]!.day === sessions.at(-1)!.day
            ? t("sessionsOneDay", { count: sessions.length, day: shortDay(sessions[0]!.day, locale) })
            : t("sessionsFolded", {
                count: sessions.length,
                first: shortDay(sessions[0]!.day, locale),
                last: shortDay(sessions.at(-1)!.day, locale),
              })}
        </summary>
        {list}
      </details>
    </div>
  );
}
