import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { currentViewer } from "@/app/_server/viewer";
import { Places } from "@/app/_ui/Catalogue";
import { CheckField, ChoiceField, Hidden, SelectField, Submit, TextArea, TextField } from "@/app/_ui/Form";
import { CourseDates, CoursePlace, Notice, PageHead, Say } from "@/app/_ui/parts";
import { publicCourse } from "@/lib/courses/queries";
import { registrationOpen } from "@/lib/courses/rules";
import { inLanguage } from "@/lib/i18n/rules";
import { organisationNames, personPage } from "@/lib/people/queries";
import { disabilityAnswers, displacements, sexes } from "@/lib/people/rules";
import { answerField } from "@/lib/registrations/schema";
import { clock } from "@/lib/time/clock";
import { dayAt } from "@/lib/time/zone";
import { RegistrationForm } from "./RegistrationForm";

export const generateMetadata = async () => ({ title: (await getTranslations("register"))("title") });

/** Registering for a course: one column, optional parts marked, the sensitive ones last with why they are asked. */
export default async function Register({ params }: { params: Promise<{ slug: string }> }) {
  const viewer = await currentViewer();
  const course = publicCourse(viewer, (await params).slug);
  if (!course) notFound();
  const locale = await getLocale();
  const t = await getTranslations("register");
  const sex = await getTranslations("sex");
  const displacement = await getTranslations("displacement");
  const disability = await getTranslations("disability");
  const undisclosedFirst = <T extends string>(values: readonly T[], label: (value: T) => string) =>
    [...values]
      .sort((a, b) => Number(b === "undisclosed") - Number(a === "undisclosed"))
      .map((value) => ({ value, label: label(value) }));
  const head = (
    <PageHead
      title={t("title")}
      under={
        <>
          <a href={`/courses/${course.slug}`}>
            <Say text={course.title} />
          </a>
          <span className="block">
            <CourseDates course={course} /> · <CoursePlace course={course} /> · <Places course={course} />
          </span>
        </>
      }
    />
  );
  if (!registrationOpen(course, dayAt(clock(), course.zone)))
    return (
      <>
        {head}
        <Notice tone="stop">{course.state === "cancelled" ? t("cancelled") : t("over")}</Notice>
      </>
    );
  const me = viewer.personId === null ? null : personPage(viewer, viewer.personId);
  const optional = t("optional");
  return (
    <div className="max-w-xl">
      {head}
      <RegistrationForm
        className="grid gap-6"
        draft={{ of: `${viewer.accountId} registration ${course.slug}`, tab: true }}
        signedIn={viewer.personId !== null}
        questions={course.questions.map((q) => ({
          id: q.id,
          kind: q.kind,
          required: q.required,
          optionCount: q.options.length,
        }))}
        defaults={
          me
            ? {
                name: me.name,
                latinName: me.latinName ?? "",
                email: me.email ?? "",
                phone: me.phone ?? "",
                organisation: me.organisation ?? "",
                position: me.position ?? "",
              }
            : {}
        }
      >
        <Hidden name="slug" value={course.slug} />
        <Hidden name="formKey" value={randomUUID()} />
        <Hidden name="language" value={locale} />
        <section className="grid gap-5">
          <h2>{t("you")}</h2>
          <TextField name="name" label={t("name")} hint={t("nameHint")} autoComplete="name" />
          <TextField
            name="latinName"
            label={t("latinName")}
            hint={t("latinNameHint")}
            optional={optional}
            dir="ltr"
          />
          <TextField
            name="phone"
            type="tel"
            inputMode="tel"
            label={t("phone")}
            hint={t("phoneHint")}
            autoComplete="tel"
            dir="ltr"
          />
          <TextField
            name="email"
            type="email"
            inputMode="email"
            label={t("email")}
            optional={optional}
            autoComplete="email"
            dir="ltr"
          />
          <TextField name="organisation" label={t("organisation")} optional={optional} list="organisations" />
          <datalist id="organisations">
            {organisationNames(viewer, course.country).map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <TextField name="position" label={t("position")} optional={optional} />
        </section>
        <section className="grid gap-5">
          <h2>{t("aboutCourse")}</h2>
          {course.questions.map((q) => {
            const label = <Say text={q.label} />;
            const mark = q.required ? undefined : optional;
            if (q.kind === "text")
              return <TextArea key={q.id} name={answerField(q.id)} label={label} optional={mark} />;
            const options =
              q.kind === "yes_no"
                ? [
                    { value: "yes", label: t("yes") },
                    { value: "no", label: t("no") },
                  ]
                : q.options.map((o, i) => ({ value: String(i), label: inLanguage(o, locale).text }));
            return (
              <ChoiceField
                key={q.id}
                name={answerField(q.id)}
                label={label}
                options={options}
                optional={mark}
              />
            );
          })}
          <TextArea name="needs" label={t("needs")} hint={t("needsHint")} optional={optional} />
        </section>
        <section className="grid gap-5">
          <h2>{t("totals")}</h2>
          <p className="quiet">{t("totalsWhy")}</p>
          {(
            [
              ["sex", undisclosedFirst(sexes, sex)],
              ["displacement", undisclosedFirst(displacements, displacement)],
              ["disability", undisclosedFirst(disabilityAnswers, disability)],
            ] as const
          ).map(([name, options]) => (
            <SelectField
              key={name}
              name={name}
              label={t(name)}
              optional={optional}
              empty={t("noAnswer")}
              options={options}
            />
          ))}
          <TextField
            name="birthYear"
            inputMode="numeric"
            label={t("birthYear")}
            optional={optional}
            dir="ltr"
          />
        </section>
        <section className="grid gap-3">
          <h2>{t("consentTitle")}</h2>
          <p>{t("consentText", { programme: course.programme })}</p>
          <CheckField name="consent" label={t("consent")} />
          <CheckField name="photoConsent" label={t("photoConsent")} />
        </section>
        {viewer.kind === "visitor" ? (
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
