import { randomUUID } from "node:crypto";
import Link from "next/link";
import { notFound } from "next/navigation";
import { createTranslator } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { granted, requireContext } from "@/app/_server/context";
import { courseOfDesk } from "@/app/_server/course";
import { CourseQuestions, SensitiveFields } from "@/app/_ui/AboutPerson";
import { BrowserMessages, deskMessages } from "@/app/_ui/BrowserMessages";
import { CheckField, Hidden, Submit, TextArea, TextField } from "@/app/_ui/form/fields";
import { Notice } from "@/app/_ui/Notice";
import { PersonFields } from "@/app/_ui/PersonFields";
import { SessionName } from "@/app/_ui/SessionList";
import { messagesOf } from "@/app/_words/messages";
import * as gate from "@/lib/access/gate";
import { rollOf } from "@/lib/attendance/queries";
import { allows } from "@/lib/courses/rules";
import { fullDay, timeRange, weekdayDay } from "@/lib/i18n/format";
import { directionOf, isLocale, isolate, type Locale, locales } from "@/lib/i18n/rules";
import { phoneFault } from "@/lib/phone/phone";
import { askedOf } from "@/lib/registrations/schema";
import { clock } from "@/lib/time/clock";
import { dayAt } from "@/lib/time/zone";
import { KnownPeople, RegisterParticipantForm, WalkInForm } from "../forms";

type Props = {
  params: Promise<{ course: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/**
 * Registering somebody in a trainer's own workshop; with `?session=`, somebody who walked in, who is then on the roll of
 * that session as present. Short for the door: what can wait is folded.
 */
export default async function NewParticipant({ params, searchParams }: Props) {
  const { course: key } = await params;
  const { session: sessionKey } = await searchParams;
  const cx = await requireContext(
    "participants.register",
    `/desk/courses/${encodeURIComponent(key)}/participants/new${sessionKey ? `?session=${encodeURIComponent(String(sessionKey))}` : ""}`,
  );
  const course = courseOfDesk(cx, Number(key));
  if (!course) notFound();
  granted(() => gate.workshop(cx, "participants.register", course.id));
  const roll =
    sessionKey === undefined
      ? null
      : rollOf(
          cx,
          granted(() => gate.session(cx, "roll.read", Number(sessionKey))),
        );
  if (sessionKey !== undefined && roll?.session.courseId !== course.id) notFound();
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("participants");
  const register = await getTranslations("register");
  const optional = register("optional");
  const base = `/desk/courses/${course.id}`;
  const back = roll ? `${base}/roll/${roll.session.id}` : `${base}/participants`;
  if (!allows(course.state, "decide") || (roll && !roll.open))
    return (
      <div className="grid gap-4 max-w-xl">
        <h1 className="text-lg">{t(roll ? "walkIn" : "register")}</h1>
        <Notice>{t(roll && allows(course.state, "decide") ? "rollNotOpen" : "over")}</Notice>
        <p>
          <Link href={back}>{t(roll ? "toRoll" : "toList")}</Link>
        </p>
      </div>
    );
  const owesReason = roll && dayAt(clock(), roll.session.zone) < roll.session.day && !roll.earlyReason;
  const language = course.languages.find((l) => isLocale(l)) ?? locale;
  const told = (l: Locale) => {
    const inLanguage = createTranslator({ locale: l, messages: messagesOf(l), namespace: "participants" });
    return inLanguage("consentText", { programme: isolate(course.programme, l) });
  };
  const more = <PersonFields fields={["latinName", "organisation", "email"]} />;
  const totals = (
    <details>
      <summary className="font-semibold min-h-11 content-center">{t("totals")}</summary>
      <div className="mt-3">
        <SensitiveFields why={t("totalsWhy")} />
      </div>
    </details>
  );
  const needs =
    course.questions.length > 0 ? (
      <CourseQuestions questions={course.questions.map((q) => ({ ...q, required: false }))} />
    ) : (
      <TextArea
        name="needs"
        label={t("needsAsked")}
        hint={register("needsHint")}
        optional={optional}
        rows={2}
      />
    );
  const fields = (
    <>
      <Hidden name="courseId" value={course.id} />
      <Hidden name="formKey" value={randomUUID()} />
      {roll ? <Hidden name="sessionId" value={roll.session.id} /> : null}
      {owesReason ? (
        <TextField
          name="reason"
          label={t("reasonEarly")}
          hint={t("reasonEarlyHint", { day: fullDay(roll.session.day, locale) })}
        />
      ) : null}
      <PersonFields fields={["name"]} />
      <KnownPeople />
      <PersonFields fields={["phone"]} words={{ phone: { hint: t("phoneHint") } }} />
      {roll ? null : more}
      <PersonFields
        fields={["language"]}
        words={{ language: { label: t("language"), hint: t("languageHint") } }}
      />
      {roll ? null : needs}
      <section className="grid gap-2">
        <h2 className="text-base">{register("consentTitle")}</h2>
        <p className="quiet">{t("readAloud")}</p>
        {locales.map((l) => (
          <p key={l} lang={l} dir={directionOf(l)} className="read-aloud border-s-2 border-line ps-3">
            {told(l)}
          </p>
        ))}
        <CheckField name="consent" label={t("consent")} />
        <CheckField name="photoConsent" label={t("photoConsent")} />
      </section>
      {roll ? (
        <details>
          <summary className="font-semibold min-h-11 content-center">{t("more")}</summary>
          <div className="grid gap-5 mt-3">
            {more}
            {needs}
          </div>
        </details>
      ) : null}
      {totals}
      <div>
        <Submit busy={t("saving")}>{t(roll ? "addPresent" : "register")}</Submit>
      </div>
    </>
  );
  const form = {
    questions: askedOf(course.questions),
    wrongPhone: phoneFault(course.country),
    className: "grid gap-5",
    defaults: { language },
    draft: { of: `${cx.viewer.accountId} participant ${course.id} ${roll?.session.id ?? ""}` },
  };
  return (
    <div className="grid gap-4 max-w-xl" data-whole-phone>
      <p>
        <Link href={back} prefetch={false} className="min-h-11 inline-flex items-center">
          {t(roll ? "toRoll" : "toList")}
        </Link>
      </p>
      <div>
        <h1 className="text-lg">{t(roll ? "walkIn" : "register")}</h1>
        {roll ? (
          <p className="quiet">
            <SessionName session={roll.session} /> · {weekdayDay(roll.session.day, locale)} ·{" "}
            <bdi className="whitespace-nowrap">
              {timeRange(roll.session.startsAt, roll.session.endsAt, locale)}
            </bdi>
          </p>
        ) : (
          <p className="quiet">{t("registerHint")}</p>
        )}
      </div>
      <BrowserMessages of={[...deskMessages, "participants"]}>
        {roll ? <WalkInForm {...form}>{fields}</WalkInForm> : null}
        {roll ? null : <RegisterParticipantForm {...form}>{fields}</RegisterParticipantForm>}
      </BrowserMessages>
    </div>
  );
}
