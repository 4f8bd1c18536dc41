import { useLocale, useTranslations } from "next-intl";
import { isolate, type Locale, shownIn, type Translated } from "@/lib/i18n/rules";
import { programmeCalled } from "@/lib/programmes/rules";

/** Programmes in which workshops of people on the way wait for a coordinator to confirm them, and how many. */
export function WorkshopsToConfirm({
  programmes,
}: {
  programmes: readonly { id: number; title: Translated; count: number }[];
}) {
  const locale = useLocale() as Locale;
  const t = useTranslations("confirming");
  if (programmes.length === 0) return null;
  return (
    <section className="grid gap-2" aria-labelledby="workshops-to-confirm">
      <h3 id="workshops-to-confirm" className="text-base">
        {t("title")}
      </h3>
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {programmes.map(({ id, title, count }) => (
          <li key={id}>
            <a href={`/desk/programmes/${id}/workshops`} className="inline-flex items-center min-h-11">
              {t("waiting", { programme: isolate(shownIn(programmeCalled(title), locale), locale), count })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
