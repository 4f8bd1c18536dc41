import { useTranslations } from "next-intl";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { Notice } from "@/app/_ui/kit/Notice";
import type { Completion } from "@/lib/certificates/queries";
import type { Course } from "@/lib/courses/queries";
import { allows, isApproved } from "@/lib/courses/rules";
import { EarlyReason } from "./EarlyReason";
import { IssueForm } from "./forms";
import { Who } from "./People";

type Props = { course: Course; completion: Completion; today: string };

/** Who is ready for a certificate, and the one step that issues them all. */
export function Ready({ course, completion: { ready }, today }: Props) {
  const t = useTranslations("certificates");
  const approved = isApproved(course);
  return (
    <section className="grid gap-3">
      <h2>{t("ready", { count: ready.length })}</h2>
      {approved ? null : <Notice tone="attention">{t("whenApproved")}</Notice>}
      {allows(course.state, "certify") ? null : <Notice>{t("whenClosed")}</Notice>}
      <IssueForm>
        <Hidden name="courseId" value={course.id} />
        {ready.length > 0 && approved && allows(course.state, "certify") ? (
          <>
            <EarlyReason course={course} today={today} />
            <div>
              <Submit busy={t("issuing")}>{t("issue", { count: ready.length })}</Submit>
            </div>
          </>
        ) : null}
      </IssueForm>
      {ready.length > 0 ? (
        <ul className="columns-1 sm:columns-2 lg:columns-3">
          {ready.map((p) => (
            <li key={p.registrationId} className="py-1 break-inside-avoid">
              <Who person={p} />
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
