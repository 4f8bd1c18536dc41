import { getTranslations } from "next-intl/server";
import { Hidden, Submit } from "@/app/_ui/Form";
import { PageHead } from "@/app/_ui/parts";
import { LinkUseForm } from "../forms";

export const generateMetadata = async () => ({
  title: (await getTranslations("signIn"))("title"),
  robots: { index: false },
});

/** A link by e-mail ends here. A button signs in, so that a mail program that follows links does not use it up. */
export default async function SignInLink({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const { token } = await searchParams;
  const t = await getTranslations("signIn");
  return (
    <div className="max-w-md">
      <PageHead title={t("title")} under={t("linkLead")} />
      <LinkUseForm>
        <Hidden name="token" value={typeof token === "string" ? token.slice(0, 64) : ""} />
        <Submit busy={t("signingIn")}>{t("signIn")}</Submit>
      </LinkUseForm>
    </div>
  );
}
