import { getLocale, getTranslations } from "next-intl/server";
import type { Outlook } from "@/lib/completion/rules/reachable";
import { hours, percent } from "@/lib/i18n/format";

/** Says what stands between somebody and the minimum attendance: in a sentence, and shortly beside their bar. */
export async function outlookSaid(): Promise<(outlook: Outlook) => { whole: string; short: string }> {
  const t = await getTranslations("attendance");
  const locale = await getLocale();
  return (outlook) => {
    const needed = percent(outlook.needed, locale);
    if (outlook.kind === "lost") {
      const most = percent(outlook.most, locale);
      return { whole: t("outlook.lost", { needed, most }), short: t("outlook.lostShort", { most }) };
    }
    if (outlook.mayMiss === 0)
      return { whole: t("outlook.nothing", { needed }), short: t("outlook.nothingShort") };
    const mayMiss = hours(outlook.mayMiss, locale);
    return { whole: t("outlook.close", { needed, mayMiss }), short: t("outlook.closeShort", { mayMiss }) };
  };
}
