import { randomUUID } from "node:crypto";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { asking, keyIn, type SearchParams, text } from "@/app/_server/asked";
import { granted, requireContext } from "@/app/_server/context";
import { courseOfDesk } from "@/app/_server/course";
import { Hidden } from "@/app/_ui/form/fields";
import { MoreMessages } from "@/app/_ui/MoreMessages";
import { SessionName } from "@/app/_ui/SessionList";
import * as gate from "@/lib/access/gate";
import { rollOf } from "@/lib/attendance/queries";
import { organisationExpected } from "@/lib/courses/queries";
import { allows } from "@/lib/courses/rules";
import { fullDay, timeRange, weekdayDay } from "@/lib/i18n/format";
import { dotBetween, isLocale } from "@/lib/i18n/rules";
import { organisationNames } from "@/lib/people/queries";
import { RegisterParticipantForm, WalkInForm } from "../forms";
import { NotNow } from "./NotNow";
import { ParticipantFields } from "./ParticipantFields";

type Props = { params: Promise<{ course: string }>; searchParams: SearchParams };

// As text: a session that there is none of is not found, and nobody is registered outside of it by mistake.
const asked = asking({ session: text });

export async function generateMetadata({ searchParams }: Props) {
  const t = await getTranslations("participants");
  const { session } = await asked(searchParams);
  return { title: t(session ? "walkIn" : "register") };
}

/**
 * Registering somebody in a trainer's own workshop; with `?session=`, somebody who walked in, who is then on the roll of
 * that session as present. Short for the door: what can wait is folded.
 */
export default async function NewParticipant({ params, searchParams }: Props) {
  const { course: courseKey } = await params;
  const { session: sessionKey } = await asked(searchParams);
  const cx = await requireContext(
    "participants.register",
    `/desk/courses/${encodeURIComponent(courseKey)}/participants/new${sessionKey ? `?session=${encodeURIComponent(sessionKey)}` : ""}`,
  );
  const course = courseOfDesk(cx, keyIn(courseKey));
  if (!course) notFound();
  granted(() => gate.workshop(cx, "participants.register", course.id));
  const roll =
    sessionKey === null
      ? null
      : rollOf(
          cx,
          granted(() => gate.session(cx, "roll.read", keyIn(sessionKey))),
        );
  if (roll && roll.course.id !== course.id) notFound();
  const locale = await getLocale();
  const t = await getTranslations("participants");
  const base = `/desk/courses/${course.id}`;
  const back = roll ? `${base}/roll/${roll.session.id}` : `${base}/participants`;
  const over = !allows(course.state, "decide");
  if (over || (roll && !roll.takesWalkIns))
    return <NotNow atDoor={roll !== null} over={over ? course.state : null} back={back} />;
  const owed =
    roll?.owes === "early" ? t("reasonEarlyHint", { day: fullDay(roll.session.day, locale) }) : null;
  // Where the workshop is for one that is known, whoever is registered comes from it; at the door anybody may come in.
  const meant = roll ? null : organisationExpected(cx, course);
  const form = {
    className: "grid gap-5",
    defaults: {
      language: course.languages.find((l) => isLocale(l)) ?? locale,
      organisation: meant ?? "",
    },
    draft: { of: `${cx.viewer.accountId} participant ${course.id} ${roll?.session.id ?? ""}` },
  };
  const fields = (
    <>
      <Hidden name="courseId" value={course.id} />
      <Hidden name="formKey" value={randomUUID()} />
      {roll ? <Hidden name="sessionId" value={roll.session.id} /> : null}
      <ParticipantFields
        course={course}
        atDoor={roll !== null}
        owed={owed}
        organisations={organisationNames(cx, course.country)}
      />
    </>
  );
  return (
    <div className="grid gap-4 max-w-xl" data-whole-phone>
      <p>
        <Link href={back} prefetch={false} className="min-h-11 inline-flex items-center">
          {t(roll ? "toRoll" : "toList")}
        </Link>
      </p>
      <div>
        <h2 data-arrive>{t(roll ? "walkIn" : "register")}</h2>
        {roll ? (
          <p className="quiet">
            <SessionName session={roll.session} />
            {dotBetween}
            {weekdayDay(roll.session.day, locale)}
            {dotBetween}
            <bdi className="kept">{timeRange(roll.session.startsAt, roll.session.endsAt, locale)}</bdi>
          </p>
        ) : (
          <p className="quiet">{t("registerHint")}</p>
        )}
      </div>
      <MoreMessages of={["participants"]}>
        {roll ? <WalkInForm {...form}>{fields}</WalkInForm> : null}
        {roll ? null : <RegisterParticipantForm {...form}>{fields}</RegisterParticipantForm>}
      </MoreMessages>
    </div>
  );
}
