import { useLocale, useTranslations } from "next-intl";
import { commas } from "@/lib/i18n/rules";
import { Notice } from "./Notice";

/** What of an address a list passed over: filters that are no more, and a page of another list. */
export function ListNotes({ gone, otherPage = false }: { gone: readonly string[]; otherPage?: boolean }) {
  const locale = useLocale();
  const t = useTranslations("list");
  if (gone.length === 0 && !otherPage) return null;
  return (
    <div className="mb-3" role="status">
      <Notice tone="attention">
        {gone.length > 0 ? (
          <p>{t("goneFilter", { count: gone.length, names: commas(gone, locale) })}</p>
        ) : null}
        {otherPage ? <p>{t("otherPage")}</p> : null}
      </Notice>
    </div>
  );
}
