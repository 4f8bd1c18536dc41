import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { PageHead } from "@/app/_ui/kit/PageHead";

export const generateMetadata = async () => ({ title: (await getTranslations("signIn"))("signedIn") });

/** Where somebody lands who signed in in a second window while a form waits in the first. */
export default function SignedIn() {
  const t = useTranslations("signIn");
  return <PageHead title={t("signedIn")} under={t("goBackToForm")} />;
}
