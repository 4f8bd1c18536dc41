import { useTranslations } from "next-intl";
import { CourseQuestions, SensitiveFields } from "@/app/_ui/AboutPerson";
import { Submit, TextArea, TextField } from "@/app/_ui/form/fields";
import { PersonFields } from "@/app/_ui/PersonFields";
import type { Course } from "@/lib/courses/queries";
import { KnownPeople } from "../forms";
import { Consent } from "./Consent";

/** What is asked of a participant. At the door what can wait is folded. */
export function ParticipantFields({
  course,
  atDoor,
  owed,
  organisations,
}: {
  course: Course;
  atDoor: boolean;
  /** Why somebody is marked before the day of the session, ready to read, where a reason is owed. */
  owed: string | null;
  /** Those known in the country, to choose from: one that is typed anew is easily written otherwise. */
  organisations: readonly string[];
}) {
  const t = useTranslations("participants");
  const more = <PersonFields fields={["latinName", "organisation", "email"]} organisations={organisations} />;
  const needs = <Needs questions={course.questions} />;
  return (
    <>
      {owed === null ? null : <TextField name="reason" label={t("reasonEarly")} hint={owed} />}
      <PersonFields fields={["name"]} />
      <KnownPeople />
      <PersonFields fields={["phone"]} words={{ phone: { hint: t("phoneHint") } }} />
      {atDoor ? null : more}
      <PersonFields
        fields={["language"]}
        words={{ language: { label: t("language"), hint: t("languageHint") } }}
      />
      {atDoor ? null : needs}
      <Consent course={course} />
      {atDoor ? (
        <details>
          <summary className="font-semibold min-h-11 content-center">{t("more")}</summary>
          <div className="grid gap-5 mt-3">
            {more}
            {needs}
          </div>
        </details>
      ) : null}
      <details>
        <summary className="font-semibold min-h-11 content-center">{t("totals")}</summary>
        <div className="mt-3">
          <SensitiveFields why={t("totalsWhy")} />
        </div>
      </details>
      <div>
        <Submit busy={t("saving")}>{t(atDoor ? "addPresent" : "register")}</Submit>
      </div>
    </>
  );
}

/** The questions of the course, none of which a trainer must have answered; without any, what the person needs. */
function Needs({ questions }: { questions: Course["questions"] }) {
  const t = useTranslations("participants");
  const register = useTranslations("register");
  return questions.length > 0 ? (
    <CourseQuestions questions={questions.map((q) => ({ ...q, required: false }))} />
  ) : (
    <TextArea
      name="needs"
      label={t("needsAsked")}
      hint={register("needsHint")}
      optional={register("optional")}
      rows={2}
    />
  );
}
