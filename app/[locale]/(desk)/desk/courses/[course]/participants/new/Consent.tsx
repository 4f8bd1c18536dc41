import { useTranslations } from "next-intl";
import { CheckField } from "@/app/_ui/form/fields";
import type { Course } from "@/lib/courses/queries";
import { ConsentText } from "../../registrations/ConsentText";

/** What a participant agrees to, in each language, to be read aloud. */
export function Consent({
  course,
  several = false,
}: {
  course: Pick<Course, "programmeTitle" | "sharedWith">;
  /** True where people of a list agree, who are asked about no photos. */
  several?: boolean;
}) {
  const list = useTranslations("peopleList");
  const t = useTranslations("participants");
  const register = useTranslations("register");
  return (
    <section className="grid gap-2">
      <h2 className="text-base">{register("consentTitle")}</h2>
      <p className="quiet">{t("readAloud")}</p>
      <ConsentText course={course} of="participants" className="read-aloud border-s-2 border-line ps-3" />
      <CheckField name="consent" label={several ? list("consent") : t("consent")} />
      {several ? null : <CheckField name="photoConsent" label={t("photoConsent")} />}
    </section>
  );
}
