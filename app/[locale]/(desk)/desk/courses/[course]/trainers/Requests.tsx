import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { DayField } from "@/app/_ui/form/days";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { Badge } from "@/app/_ui/kit/Badge";
import { PersonName } from "@/app/_ui/PersonName";
import { Written } from "@/app/_ui/Written";
import { timeWords } from "@/app/_words/away";
import { courseWords } from "@/app/_words/ofWorkshop";
import type { Group } from "@/lib/groups/queries";
import { fullDay, list, shortDay, timeRange } from "@/lib/i18n/format";
import { dotBetween, isolate, nameFor, nameInSentence as nameInWords } from "@/lib/i18n/rules";
import type { CourseRequest } from "@/lib/requests/queries";
import { asksForMore, isMeant } from "@/lib/requests/rules";
import type { Session } from "@/lib/timetable/queries";
import { Instead } from "../../../../my/requests/Instead";
import { nameInSentence } from "../timetable/changes";
import { AskAgainForm, SettleRequestForm, TakeBackAnswerForm, TakeBackRequestForm } from "./forms";
import { EnterAnswer, TellAsked } from "./Heard";

const tones = {
  waiting: "info",
  late: "attention",
  accepted: "ok",
  declined: "stop",
  proposed: "attention",
  taken_back: "neutral",
} as const;

/** What was asked of trainers for a course: whom, for what, how it stands, what they said, and what can be done about it. */
export async function Requests({
  requests,
  course,
  sessions,
  planned,
  groups,
  viewer,
  zone,
}: {
  requests: readonly CourseRequest[];
  course: { scheduledBy: number | null };
  sessions: readonly Session[];
  /** True while the course is still planned. */
  planned: boolean;
  groups: readonly Group[];
  /** Whose page it is: what they are asked themselves they answer elsewhere. */
  viewer: number | null;
  /** The zone of the course. */
  zone: string;
}) {
  const t = await getTranslations("asks");
  return (
    <section className="grid gap-3" aria-labelledby="asked">
      <h2 id="asked">{t("asked")}</h2>
      {requests.length === 0 ? (
        <p className="quiet">{t("noneAsked")}</p>
      ) : (
        <ul className="grid gap-2">
          {requests.map((request) => (
            <li key={request.id} className="card grid gap-2">
              <What
                request={request}
                course={course}
                session={sessions.find(({ id }) => id === request.sessionId)}
                trained={trainedIn(sessions, request)}
              />
              <TellAsked request={request} zone={zone} />
              {planned ? <Acts request={request} groups={groups} own={request.personId === viewer} /> : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Of who accepted the whole course, how many of its sessions they train where these are not all; else null. */
function trainedIn(
  sessions: readonly Session[],
  request: CourseRequest,
): { trains: number; all: number } | null {
  if (request.state !== "accepted" || request.sessionId !== null) return null;
  const meant = sessions.filter((session) => isMeant(session, request));
  const trains = meant.filter((s) => s.trainers.some(({ id }) => id === request.personId)).length;
  return trains < meant.length ? { trains, all: meant.length } : null;
}

async function What({
  request,
  course,
  session,
  trained,
}: {
  request: CourseRequest;
  course: { scheduledBy: number | null };
  session: Session | undefined;
  trained: ReturnType<typeof trainedIn>;
}) {
  const locale = await getLocale();
  const t = await courseWords("asks", course);
  const roles = await getTranslations("trainerRole");
  const absence = await timeWords();
  const { shown, answerBy, reason, enteredBy, dayOff, courseBegins, inTheWay } = request;
  return (
    <>
      <div className="flex flex-wrap gap-2 items-start justify-between">
        <p className="font-semibold">
          <PersonName {...request} inLine />
        </p>
        <span className="flex flex-wrap gap-2 items-center">
          <Badge tone={tones[shown]}>{t(`state.${shown}`, { day: fullDay(answerBy, locale) })}</Badge>
          {enteredBy ? (
            <span className="quiet">{t("enteredBy", { name: nameInWords(enteredBy, locale) })}</span>
          ) : null}
        </span>
      </div>
      <p className="quiet">
        {roles(request.role)}
        {dotBetween}
        {request.sessionId === null
          ? request.group
            ? t(request.groupGone ? "ofGoneGroup" : "ofGroup", { group: isolate(request.group, locale) })
            : t("wholeCourse")
          : session
            ? `${await nameInSentence(session)}${dotBetween}${shortDay(session.day, locale)} ${isolate(timeRange(session.startsAt, session.endsAt, locale), locale)}`
            : t("sessionGone")}
        {trained ? `${dotBetween}${t("trainsOf", trained)}` : null}
      </p>
      {inTheWay && inTheWay.away > 0 ? (
        <p className="text-attention">
          {t("theyAway", { count: inTheWay.away, when: list(inTheWay.times.map(absence), locale) })}
        </p>
      ) : null}
      {inTheWay && inTheWay.busy > 0 ? (
        <p className="text-attention">{t("theyTeach", { count: inTheWay.busy })}</p>
      ) : null}
      <Instead answer={request} begins={courseBegins} />
      {dayOff ? <p className="text-attention">{t("dayOff", { why: dayOff })}</p> : null}
      {reason ? (
        <p>
          <Written>{reason}</Written>
        </p>
      ) : null}
    </>
  );
}

async function Acts({
  request,
  groups,
  own,
}: {
  request: CourseRequest;
  groups: readonly Group[];
  /** True of what the viewer is asked themselves. */
  own: boolean;
}) {
  const locale = await getLocale();
  const t = await getTranslations("asks");
  const name = isolate(nameFor(request, locale), locale);
  if (request.state !== "waiting")
    return (
      <div className="flex flex-wrap gap-x-4 items-start">
        {request.movesTo ? (
          <Link
            href={`/desk/courses/${request.courseId}/move?to=${request.movesTo}`}
            prefetch={false}
            className="button"
          >
            {t("moveTo", { day: isolate(fullDay(request.movesTo, locale), locale) })}
          </Link>
        ) : null}
        {asksForMore(request) ? (
          <SettleRequestForm className="" label={t("settleOf", { name })}>
            <Hidden name="requestId" value={request.id} />
            <Submit tone="quiet" busy={t("saving")}>
              {t("settle")}
            </Submit>
          </SettleRequestForm>
        ) : null}
        {request.takesBack ? (
          <TakeBackAnswerForm className="" label={t("takeBackAnswerOf", { name })}>
            <Hidden name="requestId" value={request.id} />
            <Hidden name="courseId" value={request.courseId} />
            <Submit tone="quiet" busy={t("saving")}>
              {t("takeBackAnswer")}
            </Submit>
          </TakeBackAnswerForm>
        ) : null}
      </div>
    );
  return (
    <div className="flex flex-wrap gap-x-4 items-start">
      {own ? null : <EnterAnswer request={request} groups={groups} />}
      {request.again ? (
        <details>
          <summary className="min-h-11 content-center">{t("again")}</summary>
          <AskAgainForm className="grid gap-3" label={t("again")}>
            <Hidden name="requestId" value={request.id} />
            <Hidden name="courseId" value={request.courseId} />
            <DayField name="answerBy" label={t("answerBy")} />
            <div>
              <Submit tone="quiet" busy={t("saving")}>
                {t("again")}
              </Submit>
            </div>
          </AskAgainForm>
        </details>
      ) : null}
      <TakeBackRequestForm className="" label={t("takeBackOf", { name })}>
        <Hidden name="requestId" value={request.id} />
        <Hidden name="courseId" value={request.courseId} />
        <Submit tone="quiet" busy={t("saving")}>
          {t("takeBack")}
        </Submit>
      </TakeBackRequestForm>
    </div>
  );
}
