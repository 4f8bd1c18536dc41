import { useTranslations } from "next-intl";
import { Notice } from "@/app/_ui/kit/Notice";

/** For whoever registers others from the list, and for whoever has registered already: where to go instead. */
export function Notices({ list, own }: { list: string | null; own: string | null }) {
  const t = useTranslations("register");
  return (
    <div className="grid gap-3 mb-6 empty:hidden">
      {list ? (
        <Notice>
          {t("staff")} <a href={list}>{t("toRegistrations")}</a>
        </Notice>
      ) : null}
      {own ? (
        <Notice>
          {t("registeredAlready")} <a href={own}>{t("yourPage")}</a>
        </Notice>
      ) : null}
    </div>
  );
}
