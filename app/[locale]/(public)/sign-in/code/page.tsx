import { getTranslations } from "next-intl/server";
import { CodeField } from "@/app/_ui/CodeField";
import { Submit, TextField } from "@/app/_ui/form/fields";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { CodeUseForm } from "../forms";

export const generateMetadata = async () => ({ title: (await getTranslations("signIn"))("codeTitle") });

/** Coming in by a code that somebody handed over, in the place of a password that was forgotten or never chosen. */
export default async function SignInByCode() {
  const t = await getTranslations("signIn");
  const account = await getTranslations("account");
  return (
    <div className="mx-auto max-w-md">
      <PageHead title={t("codeTitle")} under={t("codeLead")} />
      <CodeUseForm className="card sm:p-6 grid gap-5">
        <TextField
          name="identifier"
          label={t("identifier")}
          hint={t("identifierHint")}
          autoComplete="username"
          dir="ltr"
        />
        <CodeField label={t("code")} hint={t("codeHint")} />
        <TextField
          name="password"
          type="password"
          label={account("newPassword")}
          hint={account("passwordHint")}
          autoComplete="new-password"
        />
        <Submit busy={t("signingIn")}>{t("useCode")}</Submit>
      </CodeUseForm>
    </div>
  );
}
