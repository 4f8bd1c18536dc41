import { Plus } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

/** For a coordinator: to a new course, and to the record of one that is over. */
export function NewCourseLinks() {
  const t = useTranslations("desk");
  return (
    <div className="flex flex-wrap gap-3">
      <Link href="/desk/courses/new" prefetch={false} className="button-main">
        <Plus size={18} />
        {t("new")}
      </Link>
      <Link href="/desk/courses/record" prefetch={false} className="button">
        {t("record")}
      </Link>
    </div>
  );
}

/** For a trainer: to a workshop of their own. */
export function NewWorkshopLink() {
  const t = useTranslations("workshop");
  return (
    <Link href="/desk/workshops/new" prefetch={false} className="button-main">
      <Plus size={18} />
      {t("title")}
    </Link>
  );
}
