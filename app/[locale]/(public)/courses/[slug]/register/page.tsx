import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { currentContext } from "@/app/_server/context";
import { CourseQuestions, SensitiveFields } from "@/app/_ui/AboutPerson";
import { CourseDates, CoursePlace } from "@/app/_ui/CourseLine";
import { CheckField, ChoiceField, Hidden, Submit, TextField } from "@/app/_ui/form/fields";
import { Notice } from "@/app/_ui/Notice";
import { PageHead } from "@/app/_ui/PageHead";
import { PersonFields } from "@/app/_ui/PersonFields";
import { PersonName } from "@/app/_ui/PersonName";
import { Say } from "@/app/_ui/Say";
import * as gate from "@/lib/access/gate";
import { may } from "@/lib/access/table";
import { publicCourse } from "@/lib/courses/queries";
import { shownState } from "@/lib/courses/rules";
import { organisationNames, ownProfile } from "@/lib/people/queries";
import { displayPhone } from "@/lib/phone/phone";
import { registrationIn } from "@/lib/registrations/queries";
import { registrants } from "@/lib/registrations/schema";
import { clock } from "@/lib/time/clock";
import { dayAt } from "@/lib/time/zone";
import { Places } from "../../Places";
import { RegistrationForm } from "./RegistrationForm";

export const generateMetadata = async () => ({ title: (await getTranslations("register"))("title") });

/** Registering for a course: one column, optional parts marked, the sensitive ones last with why they are asked. */
export default async function Register({ params }: { params: Promise<{ slug: string }> }) {
  const cx = await currentContext();
  const course = publicCourse(cx, (await params).slug);
  if (!course) notFound();
  const locale = await getLocale();
  const t = await getTranslations("register");
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
            <CourseDates course={course} /> · <CoursePlace course={course} /> ·{" "}
            <Places course={course} state={state} />
          </span>
        </>
      }
    />
  );
  if (state !== "open")
    return (
      <>
        {head}
        <Notice tone="stop">{course.state === "cancelled" ? t("cancelled") : t("over")}</Notice>
      </>
    );
  const signedIn = cx.viewer.personId !== null;
  const me = signedIn ? ownProfile(cx, gate.self(cx)) : null;
  const own = signedIn ? registrationIn(cx, gate.self(cx), gate.courseBySlug(cx, course.slug)) : null;
  const optional = t("optional");
  const contact = (
    <PersonFields
      fields={["name", "latinName", "phone", "email", "organisation", "position"]}
      asked={["name", "phone", "email"]}
      own={!signedIn}
      organisations={organisationNames(cx, course.country)}
      words={{
        name: { hint: t("nameHint") },
        latinName: { hint: t("latinNameHint") },
        phone: { hint: t("phoneHint") },
        position: signedIn ? {} : { label: t("position") },
      }}
    />
  );
  return (
    <div className="max-w-xl">
      {head}
      <div className="grid gap-3 mb-6 empty:hidden">
        {may(cx.viewer, "registrations.decide", { programmeId: course.programmeId }) ? (
          <Notice>
            {t("staff")}{" "}
            <a href={`/desk/courses/${course.id}/registrations?find=#register`}>{t("toRegistrations")}</a>
          </Notice>
        ) : null}
        {own ? (
          <Notice>
            {t("registeredAlready")} <a href={`/registrations/${own.token}`}>{t("yourPage")}</a>
          </Notice>
        ) : null}
      </div>
      <RegistrationForm
        className="grid gap-6"
        draft={{ of: `${cx.viewer.accountId} registration ${course.slug}`, tab: true }}
      >
        <Hidden name="slug" value={course.slug} />
        <Hidden name="formKey" value={randomUUID()} />
        <Hidden name="language" value={locale} />
        {me ? (
          <>
            <section className="grid gap-3">
              <ChoiceField
                name="who"
                label={t("who")}
                options={registrants.map((value) => ({ value, label: t(value) }))}
              />
              <div className="self-only">
                <div className="card grid gap-1">
                  <p className="quiet">{t("selfAs")}</p>
                  <p className="font-semibold">
                    <PersonName name={me.name} latinName={me.latinName} />
                  </p>
                  <p>
                    <bdi dir="ltr">
                      {[me.phone && displayPhone(me.phone), me.email].filter(Boolean).join(" · ")}
                    </bdi>
                  </p>
                </div>
              </div>
            </section>
            <div className="other-only">
              <section className="grid gap-5">
                <h2>{t("otherTitle")}</h2>
                <p className="quiet">{t("otherHint")}</p>
                {contact}
              </section>
            </div>
          </>
        ) : (
          <section className="grid gap-5">
            <h2>{t("you")}</h2>
            {contact}
          </section>
        )}
        <CourseQuestions questions={course.questions} />
        <SensitiveFields />
        <section className="grid gap-3">
          <h2>{t("consentTitle")}</h2>
          <p>{t("consentText", { programme: course.programme })}</p>
          <CheckField name="consent" label={signedIn ? t("consentFor") : t("consent")} />
          <CheckField name="photoConsent" label={t("photoConsent")} />
        </section>
        {cx.viewer.kind === "visitor" ? (
          <section className="grid gap-3">
            <h2>{t("account")}</h2>
            <TextField
              name="password"
              type="password"
              label={t("password")}
              hint={t("passwordHint")}
              optional={optional}
              autoComplete="new-password"
            />
          </section>
        ) : null}
        <Submit busy={t("sending")}>
          {course.admission === "selection"
            ? t("apply")
            : course.placesLeft > 0
              ? t("register")
              : t("joinWaitingList")}
        </Submit>
      </RegistrationForm>
    </div>
  );
}
