import { useLocale, useTranslations } from "next-intl";
import { Notice } from "@/app/_ui/kit/Notice";
import { hours, percent } from "@/lib/i18n/format";
import type { Followed } from "@/lib/registrations/queries";

/** That the minimum attendance cannot be reached any more, or only just; nothing where nothing is to be warned of. */
export function Warning({ registration: { outlook, courseState } }: { registration: Followed }) {
  const locale = useLocale();
  const t = useTranslations("follow");
  if (!outlook || courseState !== "running") return null;
  const needed = percent(outlook.needed, locale);
  return (
    <Notice tone="attention">
      {outlook.kind === "lost"
        ? t("outlook.lost", { needed, most: percent(outlook.most, locale) })
        : outlook.mayMiss > 0
          ? t("outlook.close", { needed, hours: hours(outlook.mayMiss, locale) })
          : t("outlook.none", { needed })}
    </Notice>
  );
}
