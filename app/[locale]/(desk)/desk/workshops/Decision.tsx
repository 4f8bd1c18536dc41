import { useTranslations } from "next-intl";
import { Hidden, Submit, TextArea } from "@/app/_ui/form/fields";
import { ApprovalForm, TurnDownForm } from "./forms";

/** The two ways to decide on a trainer's workshop: one tap approves it, turning it down takes a reason. */
export function Decision({
  course,
  main = true,
  from,
}: {
  course: { id: number; seen: string };
  /** False where something else on the page comes first. */
  main?: boolean;
  /** Where one stays afterwards: the workshop's own page; else it is Today. */
  from?: "course";
}) {
  const t = useTranslations("workshop");
  const keys = (
    <>
      <Hidden name="courseId" value={course.id} />
      <Hidden name="seen" value={course.seen} />
      {from ? <Hidden name="from" value={from} /> : null}
    </>
  );
  return (
    <div className="decision">
      <ApprovalForm className="grid gap-3">
        {keys}
        <div>
          <Submit tone={main ? "main" : "quiet"} busy={t("saving")}>
            {t("approve")}
          </Submit>
        </div>
      </ApprovalForm>
      <details>
        <summary className="min-h-11 content-center">{t("turnDown")}</summary>
        <TurnDownForm className="grid gap-3 mt-2">
          {keys}
          <TextArea name="reason" label={t("turnDownReason")} hint={t("turnDownHint")} rows={2} />
          <div>
            <Submit tone="stop" busy={t("saving")}>
              {t("turnDownNow")}
            </Submit>
          </div>
        </TurnDownForm>
      </details>
    </div>
  );
}
