import { createTranslator } from "next-intl";
import { ShownWhen } from "@/app/_ui/form/ShownWhen";
import { sharersNamed } from "@/app/_ui/SharedWith";
import { messagesOf } from "@/app/_words/messages";
import type { Course } from "@/lib/courses/queries";
import { directionOf, type Locale, locales } from "@/lib/i18n/rules";
import { programmeInSentence } from "@/lib/programmes/rules";

/** What those agree to whom somebody else registers, in the language that is chosen for them: what they are told is what is kept. */
export function ConsentText({
  course,
  of = "register",
  className,
}: {
  course: Pick<Course, "programmeTitle" | "sharedWith">;
  /** Whose words: those of the public form, or of a trainer's own workshop. */
  of?: "register" | "participants";
  className?: string;
}) {
  const told = (l: Locale) => {
    const t = createTranslator({ locale: l, messages: messagesOf(l) });
    const text = t(`${of}.consentText`, { programme: programmeInSentence(course.programmeTitle, l) });
    const programmes = sharersNamed(course, l);
    return programmes ? `${text} ${t("sharing.seenBy", { programmes })}` : text;
  };
  return locales.map((l) => (
    <ShownWhen key={l} field="language" is={l} lang={l} dir={directionOf(l)} className={className}>
      <p>{told(l)}</p>
    </ShownWhen>
  ));
}
