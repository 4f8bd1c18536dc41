import { useLocale, useTranslations } from "next-intl";
import type { Locale, Translated } from "@/lib/i18n/rules";
import { programmeInSentence } from "@/lib/programmes/rules";

/** On which page of a programme it is done, by whose words it is called. */
const pages = { confirming: "workshops", roleMissing: "candidates" } as const;

/**
 * Programmes in which people on the way wait for a coordinator, and how many: for a workshop to be confirmed, or for the role of
 * trainer, without which they schedule none. Nothing where there are none.
 */
export function AskedInProgrammes({
  of,
  programmes,
}: {
  of: keyof typeof pages;
  programmes: readonly { id: number; title: Translated; count: number }[];
}) {
  const locale = useLocale() as Locale;
  const t = useTranslations(of);
  if (programmes.length === 0) return null;
  return (
    <section className="grid gap-2" aria-labelledby={`asked-${of}`}>
      <h3 id={`asked-${of}`} className="text-base">
        {t("title")}
      </h3>
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {programmes.map(({ id, title, count }) => (
          <li key={id}>
            <a href={`/desk/programmes/${id}/${pages[of]}`} className="inline-flex items-center min-h-11">
              {t("waiting", { programme: programmeInSentence(title, locale), count })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
