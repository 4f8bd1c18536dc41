import { useLocale, useTranslations } from "next-intl";
import type { Course } from "@/lib/courses/queries";
import { type Locale, shownIn } from "@/lib/i18n/rules";
import { disabilityAnswers, displacements, sexes } from "@/lib/people/rules";
import { answerField } from "@/lib/registrations/schema";
import { ChoiceField, SelectField, TextArea, TextField } from "./form/fields";
import { Say } from "./Say";

/** What a course asks of everybody who takes part: its own questions and what somebody needs. */
export function CourseQuestions({ questions }: { questions: Course["questions"] }) {
  const locale = useLocale() as Locale;
  const t = useTranslations("register");
  return (
    <section className="grid gap-5">
      <h2>{t("aboutCourse")}</h2>
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
      <TextArea name="needs" label={t("needs")} hint={t("needsHint")} optional={t("optional")} />
    </section>
  );
}

/**
 * What is asked for the totals alone, with why; every answer may be left out.
 * @param why what is said where somebody else than the person fills it in.
 */
export function SensitiveFields({ why }: { why?: string }) {
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
      <h2>{t("totals")}</h2>
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
          empty={t("noAnswer")}
          options={options}
        />
      ))}
      <TextField name="birthYear" inputMode="numeric" label={t("birthYear")} optional={optional} dir="ltr" />
    </section>
  );
}
