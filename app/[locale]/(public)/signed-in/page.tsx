import { useTranslations } from "next-intl";
import { PageHead } from "@/app/_ui/kit/PageHead";

/** Where somebody lands who signed in in a second window while a form waits in the first. */
export default function SignedIn() {
  const t = useTranslations("signIn");
  return <PageHead title={t("signedIn")} under={t("goBackToForm")} />;
}
