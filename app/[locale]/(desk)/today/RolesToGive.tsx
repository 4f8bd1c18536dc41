import { useLocale, useTranslations } from "next-intl";
import { isolate, type Locale, shownIn, type Translated } from "@/lib/i18n/rules";
import { programmeCalled } from "@/lib/programmes/rules";

/** Programmes in which people on the way cannot schedule workshops until a coordinator gives them the role of trainer, and how many. */
export function RolesToGive({
  programmes,
}: {
  programmes: readonly { id: number; title: Translated; count: number }[];
}) {
  const locale = useLocale() as Locale;
  const t = useTranslations("roleMissing");
  if (programmes.length === 0) return null;
  return (
    <section className="grid gap-2" aria-labelledby="roles-to-give">
      <h3 id="roles-to-give" className="text-base">
        {t("title")}
      </h3>
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {programmes.map(({ id, title, count }) => (
          <li key={id}>
            <a href={`/desk/programmes/${id}/candidates`} className="inline-flex items-center min-h-11">
              {t("waiting", { programme: isolate(shownIn(programmeCalled(title), locale), locale), count })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
