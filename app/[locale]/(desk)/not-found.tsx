import { getLocale, getTranslations } from "next-intl/server";
import { currentContext } from "@/app/_server/context";
import { NotFound } from "@/app/_ui/NotFound";
import { type Locale, nameInSentence } from "@/lib/i18n/rules";

/**
 * What is not there for whoever is signed in, within the frame of their pages. Says who that is: on a shared phone a form of
 * another one's page may have been posted, which without JavaScript shows its refusal on no page that they may open.
 */
export default async function NotFoundOnDesk() {
  const { name, latinName } = (await currentContext()).viewer;
  const t = await getTranslations("error");
  const locale = (await getLocale()) as Locale;
  return (
    <NotFound>
      {name === null ? null : (
        <p className="quiet mt-4">
          {t("signedInHere", { name: nameInSentence({ name, latinName }, locale) })}
        </p>
      )}
    </NotFound>
  );
}
