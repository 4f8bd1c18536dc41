import { ChartColumn, ClipboardList, Eye, type LucideIcon, PencilLine } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { CheckField, TextField } from "@/app/_ui/form/fields";
import { SeenBySharers } from "@/app/_ui/SharedWith";
import type { Course } from "@/lib/courses/queries";
import type { Locale } from "@/lib/i18n/rules";
import { programmeInSentence } from "@/lib/programmes/rules";

/** What somebody agrees to, each thing in a line of its own. */
const lines = [
  ["use", ClipboardList],
  ["seen", Eye],
  ["totals", ChartColumn],
  ["rights", PencilLine],
] as const satisfies (readonly [string, LucideIcon])[];

/** What somebody agrees to, for themselves or, signed in, for somebody else too. */
export function Consent({
  course,
  signedIn,
}: {
  course: Pick<Course, "programmeTitle" | "sharedWith">;
  signedIn: boolean;
}) {
  const t = useTranslations("register");
  const p = useTranslations("public");
  const locale = useLocale() as Locale;
  const programme = programmeInSentence(course.programmeTitle, locale);
  return (
    <section className="grid gap-3">
      <h3>{t("consentTitle")}</h3>
      <ul className="grid gap-2">
        {lines.map(([name, Icon]) => (
          <li key={name} className="flex gap-3 items-start">
            <Icon size={20} aria-hidden className="text-accent shrink-0 mt-0.5" />
            <span>
              {p(`consent.${name}`, { programme })}{" "}
              {name === "seen" ? <SeenBySharers course={course} /> : null}
            </span>
          </li>
        ))}
      </ul>
      <CheckField name="consent" label={signedIn ? t("consentFor") : t("consent")} />
      <CheckField name="photoConsent" label={t("photoConsent")} />
    </section>
  );
}

/** A password, for whoever wants an account on the spot. */
export function Account() {
  const t = useTranslations("register");
  return (
    <section className="grid gap-3">
      <h3>{t("account")}</h3>
      <TextField
        name="password"
        type="password"
        label={t("password")}
        hint={t("passwordHint")}
        optional={t("optional")}
        autoComplete="new-password"
      />
    </section>
  );
}
