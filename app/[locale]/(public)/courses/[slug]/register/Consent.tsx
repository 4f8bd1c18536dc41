import { useTranslations } from "next-intl";
import { CheckField, TextField } from "@/app/_ui/form/fields";

/** What somebody agrees to, for themselves or, signed in, for somebody else too. */
export function Consent({ programme, signedIn }: { programme: string; signedIn: boolean }) {
  const t = useTranslations("register");
  return (
    <section className="grid gap-3">
      <h2>{t("consentTitle")}</h2>
      <p>{t("consentText", { programme: programme })}</p>
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
      <h2>{t("account")}</h2>
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
