import { useTranslations } from "next-intl";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { HiddenList } from "@/app/_ui/form/HiddenList";
import { Toast } from "@/app/_ui/kit/Toast";
import type { CourseNotices } from "@/lib/messages/queries";
import { UntoldForm } from "./forms";

/** How many were just marked as told, with the way back; or that this was undone. */
export function ToldToast({
  courseId,
  told,
  at,
  untold,
}: {
  courseId: number;
  told: CourseNotices["told"];
  /** When they were, as the address says it. */
  at: number | null;
  /** How many were not told after all. */
  untold: number | null;
}) {
  const t = useTranslations("outcome");
  const tell = useTranslations("tell");
  const undo = useTranslations("timetable");
  const now = told.filter(({ toldAt }) => toldAt === at);
  if (at !== null && now.length > 0)
    return (
      <Toast
        of={`told ${at}`}
        undo={
          <UntoldForm className="" label={undo("undo")}>
            <Hidden name="courseId" value={courseId} />
            <Hidden name="toldAt" value={at} />
            <HiddenList name="noticeIds" values={now.map(({ id }) => id)} />
            <Submit tone="quiet" busy={tell("saving")}>
              {undo("undo")}
            </Submit>
          </UntoldForm>
        }
      >
        {t("told", { count: now.length })}
      </Toast>
    );
  return untold === null ? null : <Toast of={`untold ${untold}`}>{t("untold", { count: untold })}</Toast>;
}
