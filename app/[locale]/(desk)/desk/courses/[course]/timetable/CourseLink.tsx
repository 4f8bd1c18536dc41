import { getTranslations } from "next-intl/server";
import { Hidden, Submit, TextField } from "@/app/_ui/form/fields";
import { CourseLinkForm } from "./forms";

/** Where the online sessions of a course are joined, to be changed. */
export async function CourseLink({ courseId, link }: { courseId: number; link: string | null }) {
  const t = await getTranslations("online");
  return (
    <section className="card grid gap-3 max-w-xl" aria-labelledby="online">
      <h2 className="text-base" id="online">
        {t("ofCourse")}
      </h2>
      <CourseLinkForm key={link} className="grid gap-3" defaults={{ link: link ?? "" }} done={t("saved")}>
        <Hidden name="courseId" value={courseId} />
        <Hidden name="seen" value={link ?? ""} />
        <TextField name="link" dir="ltr" label={t("courseLink")} hint={t("courseLinkHint")} />
        <div>
          <Submit tone="quiet" busy={t("saving")}>
            {t("save")}
          </Submit>
        </div>
      </CourseLinkForm>
    </section>
  );
}
