import { useLocale, useTranslations } from "next-intl";
import { SeenBySharers } from "@/app/_ui/SharedWith";
import type { Course } from "@/lib/courses/queries";
import type { Locale } from "@/lib/i18n/rules";
import { programmeInSentence } from "@/lib/programmes/rules";

/** What those agree to whom a coordinator registers, in the coordinator's language. */
export function ConsentText({ course }: { course: Pick<Course, "programmeTitle" | "sharedWith"> }) {
  const locale = useLocale() as Locale;
  const t = useTranslations("register");
  return (
    <p>
      {t("consentText", { programme: programmeInSentence(course.programmeTitle, locale) })}{" "}
      <SeenBySharers course={course} />
    </p>
  );
}
