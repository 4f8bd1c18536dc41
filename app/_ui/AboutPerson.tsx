import { useLocale, useTranslations } from "next-intl";
import type { Course } from "@/lib/courses/queries";
import { type Locale, shownIn } from "@/lib/i18n/rules";
import { disabilityAnswers, displacements, sexes } from "@/lib/people/rules";
import { answerField } from "@/lib/registrations/schema";
import { ChoiceField, SelectField, TextArea, TextField } from "./form/fields";
import { Say } from "./Say";

/** What a course asks of everybody who takes part: its own questions and what somebody needs. */
export function CourseQuestions({ questions }: { questions: Course["questions"] }) {
  const t = useTranslations("register");
  return (
    <section className="grid gap-5">
      <h2>{t("aboutCourse")}</h2>
      <Questions questions={questions} />
      <Needs />
    </section>
  );
}

/** What somebody needs in order to take part, in their own words. */
export function Needs({
  label,
}: {
  /** Where boxes above offer what is needed mostly: what else is asked. */
  label?: string;
}) {
  const t = useTranslations("register");
  return (
    <TextArea
      name="needs"
      label={label ?? t("needs")}
      hint={t(label ? "needsSeen" : "needsHint")}
      optional={t("optional")}
    />
  );
}

/** The questions of a course. */
export function Questions({ questions }: { questions: Course["questions"] }) {
  const locale = useLocale() as Locale;
  const t = useTranslations("register");
  return (
    <>
      {questions.map((q) => {
        const label = <Say text={q.label} />;
        const mark = q.required ? undefined : t("optional");
        if (q.kind === "text")
          return <TextArea key={q.id} name={answerField(q.id)} label={label} optional={mark} />;
        const options =
          q.kind === "yes_no"
            ? [
                { value: "yes", label: t("yes") },
                { value: "no", label: t("no") },
              ]
            : q.options.map((o, i) => ({ value: String(i), label: shownIn(o, locale) }));
        return (
          <ChoiceField key={q.id} name={answerField(q.id)} label={label} options={options} optional={mark} />
        );
      })}
    </>
  );
}

/**
 * What is asked for the totals alone, with why; every answer may be left out.
 * @param why what is said where somebody else than the person fills it in.
 * @param own true where people answer for themselves: the browser offers what it knows of them.
 */
export function SensitiveFields({
  why,
  own = false,
  heading: Heading = "h2",
}: {
  why?: string;
  own?: boolean;
  heading?: "h2" | "h3";
}) {
  const t = useTranslations("register");
  const sex = useTranslations("sex");
  const displacement = useTranslations("displacement");
  const disability = useTranslations("disability");
  // Who chooses nothing prefers not to say: one entry, the first, for both.
  const disclosed = <T extends string>(values: readonly T[], label: (value: T) => string) =>
    values.filter((value) => value !== "undisclosed").map((value) => ({ value, label: label(value) }));
  const optional = t("optional");
  return (
    <section className="grid gap-5">
      <Heading>{t("totals")}</Heading>
      <p className="quiet">{why ?? t("totalsWhy")}</p>
      {(
        [
          ["sex", disclosed(sexes, sex)],
          ["displacement", disclosed(displacements, displacement)],
          ["disability", disclosed(disabilityAnswers, disability)],
        ] as const
      ).map(([name, options]) => (
        <SelectField
          key={name}
          name={name}
          label={t(name)}
          optional={optional}
          autoComplete={own && name === "sex" ? "sex" : undefined}
          empty={t("noAnswer")}
          options={options}
        />
      ))}
      <TextField
        name="birthYear"
        inputMode="numeric"
        label={t("birthYear")}
        optional={optional}
        autoComplete={own ? "bday-year" : undefined}
        dir="ltr"
      />
    </section>
  );
}
