import { useTranslations } from "next-intl";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { HiddenList } from "@/app/_ui/form/HiddenList";
import { UndoWithdrawalForm } from "./forms";

/** Says whom a coordinator has just withdrawn, and brings them back. */
export function UndoWithdrawal({ courseId, withdrawn }: { courseId: number; withdrawn: readonly number[] }) {
  const t = useTranslations("registrations");
  return (
    <UndoWithdrawalForm className="rounded-card bg-ok-tint text-ok p-3 flex flex-wrap gap-3 items-center justify-between">
      <p role="status">{t("withdrawn", { count: withdrawn.length })}</p>
      <Hidden name="courseId" value={courseId} />
      <HiddenList name="registrationIds" values={withdrawn} />
      <Submit tone="quiet" busy={t("saving")}>
        {t("undo")}
      </Submit>
    </UndoWithdrawalForm>
  );
}
