import { getLocale, getTranslations } from "next-intl/server";
import { asking, type SearchParams, text } from "@/app/_server/asked";
import { currentContext, publicContext } from "@/app/_server/context";
import { Hidden, Submit, TextField } from "@/app/_ui/form/fields";
import { Notice } from "@/app/_ui/kit/Notice";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { demoSignIn } from "@/lib/accounts/queries";
import { takesPasskeys } from "@/lib/accounts/rules/secondStep";
import { processSettings } from "@/lib/env/settings";
import { type Locale, labelled, nameInSentence } from "@/lib/i18n/rules";
import { IssuerButton, LinkRequestForm, SignInForm } from "./forms";
import { MarksHere } from "./MarksHere";

export const generateMetadata = async () => ({ title: (await getTranslations("signIn"))("title") });

const asked = asking({ back: text, error: text, ended: text });

/** Signing in: e-mail or phone with a password, a link by e-mail, or OpenID Connect where they are set. */
export default async function SignIn({ searchParams }: { searchParams: SearchParams }) {
  const { back, error, ended } = await asked(searchParams);
  const locale = await getLocale();
  const t = await getTranslations("signIn");
  const errors = await getTranslations("errors");
  const { oidc, publicUrl, smtpUrl } = processSettings();
  const demo = demoSignIn(publicContext());
  // The public pages lead here whoever reads them: they say nothing of their reader.
  const { accountId, name, latinName } = (await currentContext()).viewer;
  return (
    <div className="mx-auto max-w-md grid gap-6">
      <PageHead title={t("title")} under={t("lead")} />
      {accountId !== null && name ? (
        <Notice>
          <p>{t("already", { name: nameInSentence({ name, latinName }, locale as Locale) })}</p>
          <p>
            <a href="/today" className="inline-flex items-center min-h-11">
              {t("toToday")}
            </a>
          </p>
        </Notice>
      ) : null}
      {ended && !error ? <Notice>{t(ended === "over" ? "over" : "ended")}</Notice> : null}
      <MarksHere label={t("marksHere")} next={t("marksHereNext")} />
      {error ? (
        <Notice tone="stop">
          {error === "noAccount"
            ? t("noAccount")
            : error === "accountDisabled"
              ? errors("accountDisabled")
              : t("issuerFailed")}
        </Notice>
      ) : null}
      <SignInForm className="card sm:p-6 grid gap-5">
        <Hidden name="back" value={back ?? ""} />
        <TextField
          name="identifier"
          label={t("identifier")}
          hint={t("identifierHint")}
          autoComplete="username"
          dir="ltr"
        />
        <TextField name="password" type="password" label={t("password")} autoComplete="current-password" />
        <Submit busy={t("signingIn")}>{t("signIn")}</Submit>
      </SignInForm>
      {oidc ? (
        <IssuerButton back={back ?? "/today"}>{t("withIssuer", { name: oidc.name })}</IssuerButton>
      ) : null}
      {takesPasskeys(publicUrl) ? (
        <p>
          <a href={`/sign-in/passkey${back ? `?back=${encodeURIComponent(back)}` : ""}`}>
            {t("passkeyTitle")}
          </a>
        </p>
      ) : null}
      <section className="grid gap-3">
        <h2 className="text-base">{t("forgotten")}</h2>
        {smtpUrl ? (
          <details className="card">
            <summary className="font-semibold min-h-11 content-center">{t("byLink")}</summary>
            <LinkRequestForm className="grid gap-4 mt-3" done={t("linkSent")}>
              <TextField name="identifier" label={t("identifier")} autoComplete="username" dir="ltr" />
              <Submit tone="quiet" busy={t("sending")}>
                {t("sendLink")}
              </Submit>
            </LinkRequestForm>
          </details>
        ) : null}
        <p>{t("forgottenNext")}</p>
        <p>
          <a href="/sign-in/code" className="button">
            {t("haveCode")}
          </a>
        </p>
      </section>
      {demo ? (
        <section className="card grid gap-2">
          <h2 className="text-base">{t("demoAccounts")}</h2>
          <ul className="grid gap-1">
            {demo.map((account) => (
              <li key={account.identifier}>
                {labelled(t(`role.${account.role}`), account.identifier, locale)}
              </li>
            ))}
          </ul>
          <p className="hyphens-none">
            {/* No line breaks within the password, at its hyphen. */}
            {t("demoPassword")
              .split(/(\S+-\S+)/)
              .map((part) => (
                <span key={part} className={part.includes("-") ? "whitespace-nowrap" : undefined}>
                  {part}
                </span>
              ))}
          </p>
        </section>
      ) : null}
    </div>
  );
}
