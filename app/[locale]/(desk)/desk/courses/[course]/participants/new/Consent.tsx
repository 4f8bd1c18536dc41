import { createTranslator, useTranslations } from "next-intl";
import { CheckField } from "@/app/_ui/form/fields";
import { ShownWhen } from "@/app/_ui/form/ShownWhen";
import { sharersNamed } from "@/app/_ui/SharedWith";
import { messagesOf } from "@/app/_words/messages";
import type { Course } from "@/lib/courses/queries";
import { directionOf, type Locale, locales } from "@/lib/i18n/rules";
import { programmeInSentence } from "@/lib/programmes/rules";

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
  const told = (l: Locale) => {
    const inLanguage = createTranslator({ locale: l, messages: messagesOf(l) });
    const text = inLanguage("participants.consentText", {
      programme: programmeInSentence(course.programmeTitle, l),
    });
    const programmes = sharersNamed(course, l);
    return programmes ? `${text} ${inLanguage("sharing.seenBy", { programmes })}` : text;
  };
  return (
    <section className="grid gap-2">
      <h2 className="text-base">{register("consentTitle")}</h2>
      <p className="quiet">{t("readAloud")}</p>
      {locales.map((l) => (
        <ShownWhen
          key={l}
          field="language"
          is={l}
          lang={l}
          dir={directionOf(l)}
          className="read-aloud border-s-2 border-line ps-3"
        >
          <p>{told(l)}</p>
        </ShownWhen>
      ))}
      <CheckField name="consent" label={several ? list("consent") : t("consent")} />
      {several ? null : <CheckField name="photoConsent" label={t("photoConsent")} />}
    </section>
  );
}
