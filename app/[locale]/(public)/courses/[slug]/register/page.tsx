import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { currentContext, publicContext } from "@/app/_server/context";
import { Questions } from "@/app/_ui/AboutPerson";
import { BrowserMessages, formMessages } from "@/app/_ui/BrowserMessages";
import { CourseDates, CoursePlace } from "@/app/_ui/CourseLine";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { Notice } from "@/app/_ui/kit/Notice";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { NotCertain } from "@/app/_ui/NotCertain";
import { Say } from "@/app/_ui/Say";
import * as gate from "@/lib/access/gate";
import { signedInAs } from "@/lib/accounts/rules/signIns";
import { registersAs } from "@/lib/admission/rules";
import { type Course, publicCourse } from "@/lib/courses/queries";
import { isTentative, shownState } from "@/lib/courses/rules";
import { fullDay } from "@/lib/i18n/format";
import { dotBetween, shownIn } from "@/lib/i18n/rules";
import { organisationNames, ownProfile } from "@/lib/people/queries";
import { phoneForm } from "@/lib/phone/phone";
import { registrationIn } from "@/lib/registrations/queries";
import { answerField } from "@/lib/registrations/schema";
import { clock } from "@/lib/time/clock";
import { dayAt } from "@/lib/time/zone";
import { usePlacesLeft } from "../../Places";
import { Account, Consent } from "./Consent";
import { ForWhom, Work } from "./ForWhom";
import { Notices } from "./Notices";
import { RegistrationForm } from "./RegistrationForm";
import { RegistrationSteps } from "./RegistrationSteps";
import { WhatYouNeed } from "./WhatYouNeed";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props) {
  const course = publicCourse(publicContext(), (await params).slug);
  const t = await getTranslations("register");
  return { title: course ? t("pageTitle", { course: shownIn(course.title, await getLocale()) }) : undefined };
}

/** Registering for a course in short steps: optional parts marked, the sensitive ones last with why they are asked. */
export default async function Register({ params }: Props) {
  const cx = await currentContext();
  const course = publicCourse(cx, (await params).slug);
  if (!course) notFound();
  const locale = await getLocale();
  const t = await getTranslations("register");
  const error = await getTranslations("error");
  const g = await getTranslations("goAhead");
  const state = shownState(course, dayAt(clock(), course.zone));
  const head = (
    <PageHead
      title={t("title")}
      under={
        <>
          <a href={`/courses/${course.slug}`}>
            <Say text={course.title} />
          </a>
          <span className="block">
            <CourseDates course={course} />
            {dotBetween}
            <CoursePlace course={course} />
            <PlacesWord course={course} open={state === "open"} />
          </span>
        </>
      }
    />
  );
  if (state !== "open")
    return (
      <>
        {head}
        <div role="alert" className="grid gap-4 justify-items-start">
          <Notice tone="stop">{course.state === "cancelled" ? t("cancelled") : t("over")}</Notice>
          <a href="/courses" className="button">
            {error("toCourses")}
          </a>
        </div>
      </>
    );
  const signedIn = cx.viewer.personId !== null;
  const own = signedIn ? registrationIn(cx, gate.self(cx), gate.courseBySlug(cx, course.slug)) : null;
  const registersOthers = gate.mayInProgramme(cx, "registrations.decide", course.programmeId);
  return (
    <div className="public-narrow">
      {head}
      {isTentative(course) && course.decideBy ? (
        <div className="mb-4">
          <Notice>{g("registering", { day: fullDay(course.decideBy, locale) })}</Notice>
        </div>
      ) : null}
      <Notices
        list={registersOthers ? `/desk/courses/${course.id}/registrations?find=#register` : null}
        own={own && `/registrations/${own.token}`}
      />
      <RegistrationForm
        className="grid gap-4"
        draft={{ of: `${cx.viewer.accountId} registration ${course.slug}`, tab: true }}
      >
        <Hidden name="slug" value={course.slug} />
        <Hidden name="formKey" value={randomUUID()} />
        <Hidden name="language" value={locale} />
        <Hidden name="phoneForm" value={phoneForm(course.country)} />
        <Hidden name={signedInAs} value={cx.viewer.accountId ?? ""} />
        <BrowserMessages of={[...formMessages, "parts", "registering"]}>
          <RegistrationSteps
            questions={course.questions.map(({ id }) => answerField(id))}
            sections={{
              you: <ForWhom me={signedIn ? ownProfile(cx, gate.self(cx)) : null} />,
              work: (
                <>
                  <Work signedIn={signedIn} organisations={organisationNames(cx, course.country)} />
                  <Questions questions={course.questions} />
                </>
              ),
              need: <WhatYouNeed own={!signedIn} />,
              check: (
                <>
                  <p className="empty:hidden">
                    <NotCertain course={course} />
                  </p>
                  <Consent course={course} signedIn={signedIn} />
                  {cx.viewer.kind === "visitor" ? <Account /> : null}
                </>
              ),
            }}
            send={
              <Submit busy={t("sending")}>
                {
                  { applied: t("apply"), accepted: t("register"), waiting: t("joinWaitingList") }[
                    registersAs(course)
                  ]
                }
              </Submit>
            }
          />
        </BrowserMessages>
      </RegistrationForm>
    </div>
  );
}

/** What somebody who registers now can expect. */
function PlacesWord({ course, open }: { course: Course; open: boolean }) {
  const left = usePlacesLeft();
  return open ? (
    <>
      {dotBetween}
      {left(course)}
    </>
  ) : null;
}
