import Link from "next/link";
import { useTranslations } from "next-intl";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { ConfirmForm } from "./forms";

/** What came at once from one address, to be confirmed together or looked at first. */
export function ToConfirm({
  courseId,
  count,
  href,
}: {
  courseId: number;
  count: number;
  /** Where they are shown alone; null where they are. */
  href: string | null;
}) {
  const t = useTranslations("registrations");
  return (
    <ConfirmForm className="card grid gap-3">
      <h2 className="text-base">{t("confirmTitle", { count })}</h2>
      <p className="quiet">{t("confirmHint")}</p>
      <Hidden name="courseId" value={courseId} />
      <div className="flex flex-wrap gap-2">
        <Submit busy={t("saving")}>{t("confirmAll", { count })}</Submit>
        {href === null ? null : (
          <Link href={href} className="button">
            {t("confirmShow")}
          </Link>
        )}
      </div>
    </ConfirmForm>
  );
}
