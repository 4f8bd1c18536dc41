import { useTranslations } from "next-intl";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import type { CourseNotices } from "@/lib/messages/queries";
import { NobodyTicked, TickAll, ToldForm } from "./forms";
import { NoticeRows } from "./NoticeRows";

/** Whom to tell what, to be ticked off one by one or together. */
export function ToTellForm({
  course,
  found,
}: {
  course: { id: number; zone: string };
  found: CourseNotices;
}) {
  const t = useTranslations("tell");
  return (
    <ToldForm className="grid gap-4" label={t("title")}>
      <Hidden name="courseId" value={course.id} />
      <div className="card flex flex-wrap gap-3 items-center justify-between">
        <p role="status" className="font-semibold">
          {t("people", { count: found.people })}
        </p>
        <TickAll label={t("tickAll")} values={found.toTell.map((notice) => String(notice.id))} />
        <div className="grid gap-1">
          <Submit busy={t("saving")}>{t("toldTicked")}</Submit>
          <NobodyTicked />
        </div>
      </div>
      {found.more ? (
        <p className="quiet">{t("more", { shown: found.toTell.length, count: found.messages })}</p>
      ) : null}
      <NoticeRows course={course} notices={found.toTell} />
    </ToldForm>
  );
}
