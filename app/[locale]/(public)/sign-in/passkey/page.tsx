import { getTranslations } from "next-intl/server";
import { asking, type SearchParams, text } from "@/app/_server/asked";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { PasskeySignInForm } from "./forms";

export const generateMetadata = async () => ({
  title: (await getTranslations("signIn"))("passkeyTitle"),
  robots: { index: false },
});

const asked = asking({ back: text });

/** Signing in with a passkey alone, which stands for both steps. Its scripts come on this page alone. */
export default async function SignInByPasskey({ searchParams }: { searchParams: SearchParams }) {
  const { back } = await asked(searchParams);
  const t = await getTranslations("signIn");
  return (
    <div className="mx-auto max-w-md grid gap-6">
      <PageHead title={t("passkeyTitle")} under={t("passkeyLead")} />
      <PasskeySignInForm className="card sm:p-6 grid gap-4">
        <Hidden name="back" value={back ?? ""} />
        <Submit busy={t("signingIn")}>{t("byPasskey")}</Submit>
      </PasskeySignInForm>
      <noscript>
        <p>{t("passkeyScripts")}</p>
      </noscript>
      <p>
        <a href="/sign-in">{t("byPassword")}</a>
      </p>
    </div>
  );
}
