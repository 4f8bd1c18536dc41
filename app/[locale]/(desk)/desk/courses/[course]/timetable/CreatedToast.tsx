import { getTranslations } from "next-intl/server";
import { Toast } from "@/app/_ui/kit/Toast";

/** That the course is there, as a draft that its timetable is the next part of. */
export async function CreatedToast() {
  const t = await getTranslations("courseDone");
  return <Toast of="created">{t("created")}</Toast>;
}
