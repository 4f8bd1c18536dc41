import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Hidden, TextArea } from "@/app/_ui/form/fields";
import { PersonFields } from "@/app/_ui/PersonFields";
import { mostListed } from "@/lib/registrations/rules/peopleLines";
import { ListNext } from "./ListNext";
import { ListRead, ListSend } from "./ListRead";

/** What is asked of a list of people: the list, their language, that they agree; and how the list was understood. */
export function ListFields({
  course,
  raiseAt,
  children,
}: {
  course: { id: number; questions: readonly unknown[] };
  /** Where the number of places is raised; undefined where the reader raises none. */
  raiseAt?: string;
  /** What they agree to, and what else is asked. */
  children: ReactNode;
}) {
  const t = useTranslations("peopleList");
  return (
    <>
      <Hidden name="courseId" value={course.id} />
      <ListNext raiseAt={raiseAt} />
      <TextArea name="list" label={t("list")} hint={t("listHint", { max: mostListed })} rows={10} />
      <ListRead />
      <PersonFields
        fields={["language"]}
        words={{ language: { label: t("language"), hint: t("languageHint") } }}
      />
      {course.questions.length > 0 ? <p className="quiet">{t("noQuestions")}</p> : null}
      {children}
      <ListSend />
    </>
  );
}
