import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Hidden, SelectField, Submit } from "@/app/_ui/form/fields";
import { Notice } from "@/app/_ui/kit/Notice";
import { SidePanel } from "@/app/_ui/kit/SidePanel";
import { sessionLink } from "@/app/_ui/kit/sessionLink";
import { SessionName, sessionName } from "@/app/_ui/SessionList";
import { Written } from "@/app/_ui/Written";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import type { Course } from "@/lib/courses/queries";
import type { Group } from "@/lib/groups/queries";
import { shortDay, timeRange } from "@/lib/i18n/format";
import { dotBetween, isolate, type Locale } from "@/lib/i18n/rules";
import { proposalToAsk, type Session } from "@/lib/timetable/queries";
import { swapPartners } from "@/lib/timetable/rules";
import { Clashes } from "../move/Clashes";
import type { Address } from "./asked";
import { nameInSentence } from "./changes";
import { Facts } from "./Facts";
import { SessionDeleteForm, SwapForm } from "./forms";
import { Rearrange, Seen } from "./Rearrange";
import { Stepped } from "./rearrangeParts";
import { type Begins, SessionFields } from "./SessionFields";
import { StandIn } from "./StandIn";
import type { Sign } from "./signs";

/** One thing that is open in the plan, as it stands in a panel: which of how many, and the ways to the others. */
export type Step = {
  place: string;
  what: string;
  /** The same as a form carries it (`steppedWord`), so that what is open next comes after it. */
  stepped: string;
  /** True for what is mended by the form beside it; else the notice leads to where it is. */
  mendedHere: boolean;
  notice: ReactNode;
  previous: string | undefined;
  next: string | undefined;
};

/** What a screen reader hears after the heading on which the panel is entered: which of what is open this is. */
const heard = (step: Step | null) =>
  step ? <span className="sr-only">{`${dotBetween}${step.place}${dotBetween}${step.what}`}</span> : null;

/** One session beside the sheet: when, who and where, what is wrong with it, and the forms that change it. */
export async function SessionPanel({
  course,
  groups,
  sessions,
  session,
  signs,
  step,
  rolls,
  mayEdit,
  cx,
  address,
}: {
  course: Course;
  groups: readonly Group[];
  sessions: readonly Session[];
  session: Session;
  signs: readonly Sign[];
  /** Where somebody steps through what is open, which of it this is. */
  step: Step | null;
  /** True for whoever may look at its attendance. */
  rolls: boolean;
  mayEdit: boolean;
  cx: Context;
  address: Address;
}) {
  const locale = await getLocale();
  const t = await getTranslations("timetable");
  const s = await getTranslations("timetableSheet");
  const kinds = await getTranslations("sessionKind");
  const calendars = await getTranslations("calendars");
  const asks = await getTranslations("asks");
  const { code, name } = sessionName(session, locale as Locale, kinds);
  const stepped = step?.stepped ?? null;
  const place = sessions.findIndex(({ id }) => id === session.id);
  const way = (other: Session | undefined) => (other ? address({ show: other.id, week: null }) : undefined);
  return (
    <SidePanel
      row={sessionLink(session.id)}
      place={step ? step.place : s("place", { place: place + 1, total: sessions.length })}
      title={
        <>
          {code ? <bdi dir="ltr">{code}</bdi> : <Written>{name}</Written>}
          {heard(step)}
        </>
      }
      under={
        <>
          {code ? (
            <p>
              <Written>{name}</Written>
            </p>
          ) : null}
          <Facts session={session} cx={cx} />
        </>
      }
      previous={step ? step.previous : way(sessions[place - 1])}
      next={step ? step.next : way(sessions[place + 1])}
      close={address()}
    >
      {step?.notice}
      {signs
        .filter(({ said }) => said !== null)
        .map(({ said, tone }) => (
          <Notice key={JSON.stringify(said)} tone={tone}>
            {typeof said === "string" ? <p>{said}</p> : <Clashes clashes={said ? [said] : []} />}
          </Notice>
        ))}
      {mayEdit && session.entries === 0 ? <StandIn {...{ session, stepped, cx }} /> : null}
      {rolls ? (
        <p>
          <Link href={`/desk/courses/${course.id}/roll/${session.id}`} prefetch={false}>
            {s("openRoll")}
            <span className="sr-only">
              {" "}
              <SessionName session={session} />, {shortDay(session.day, locale)}
            </span>
          </Link>
          {signs.some(({ said }) => said === null) ? (
            <span className="text-attention font-semibold">
              {dotBetween}
              {s("rollMissing")}
            </span>
          ) : null}
        </p>
      ) : null}
      <p>
        <a href={`/api/files/session/${session.id}?lang=${locale}`}>{calendars("oneSession")}</a>
      </p>
      {mayEdit ? (
        <>
          {session.entries > 0 ? (
            <Notice tone="info">
              <p>{t("heldSession", { count: session.entries })}</p>
            </Notice>
          ) : null}
          <SessionFields course={course} groups={groups} session={session} stepped={stepped} cx={cx} />
          {session.entries === 0 ? (
            <Rearrange
              {...{ course, session, sessions, stepped }}
              asked={proposalToAsk(cx, gate.course(cx, "timetable.edit", course.id), sessions)}
            >
              <Swap session={session} sessions={sessions} stepped={stepped} />
            </Rearrange>
          ) : null}
          <p>
            <Link href={`/desk/courses/${course.id}/trainers?session=${session.id}#ask`} prefetch={false}>
              {asks("askForSession")}
            </Link>
          </p>
          <div className="panel-end">
            <SessionDeleteForm>
              <Hidden name="courseId" value={course.id} />
              <Hidden name="sessionId" value={session.id} />
              <Hidden name="version" value={session.version} />
              <Stepped word={stepped} />
              <Submit tone="stop" busy={t("saving")}>
                {t("delete")}
              </Submit>
            </SessionDeleteForm>
          </div>
        </>
      ) : null}
    </SidePanel>
  );
}

/** Beside the sheet, the form that adds a session; of what is open and mended elsewhere the way there alone. */
export async function AddPanel({
  course,
  groups,
  begins,
  step,
  cx,
  close,
}: {
  course: Course;
  groups: readonly Group[];
  begins: Begins;
  step: Step | null;
  cx: Context;
  close: string;
}) {
  const t = await getTranslations("timetable");
  const asks = step === null || step.mendedHere;
  return (
    <SidePanel
      row="add-session"
      place={step?.place}
      title={
        <>
          {asks ? t("addSession") : step?.what}
          {asks ? heard(step) : null}
        </>
      }
      previous={step?.previous}
      next={step?.next}
      close={close}
    >
      {step?.notice}
      {asks ? (
        <SessionFields
          course={course}
          groups={groups}
          session={null}
          begins={begins}
          stepped={step?.stepped ?? null}
          cx={cx}
        />
      ) : null}
    </SidePanel>
  );
}

/** Lets a session change places with another one. */
async function Swap({
  session,
  sessions,
  stepped,
}: {
  session: Session;
  sessions: readonly Session[];
  stepped: string | null;
}) {
  const locale = await getLocale();
  const t = await getTranslations("timetable");
  const partners = await Promise.all(
    swapPartners(session, sessions).map(async (other) => ({
      value: String(other.id),
      label: t("sessionLine", {
        session: await nameInSentence(other),
        day: shortDay(other.day, locale),
        times: isolate(timeRange(other.startsAt, other.endsAt, locale), locale),
      }),
    })),
  );
  if (partners.length === 0) return null;
  return (
    <details>
      <summary className="min-h-11 content-center font-semibold">{t("swap")}</summary>
      <SwapForm className="grid gap-4 mt-2">
        <p className="quiet">{t("swapHint")}</p>
        <Hidden name="courseId" value={session.courseId} />
        <Hidden name="sessionId" value={session.id} />
        <Hidden name="version" value={session.version} />
        <Seen sessions={sessions} />
        <Stepped word={stepped} />
        <SelectField name="otherId" label={t("swapWith")} options={partners} />
        <div>
          <Submit tone="quiet" busy={t("saving")}>
            {t("swapNow")}
          </Submit>
        </div>
      </SwapForm>
    </details>
  );
}
