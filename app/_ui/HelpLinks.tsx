import { useTranslations } from "next-intl";

/** Where anybody finds help, whom to ask, and what becomes of their data: at the foot of every page, in this order. */
export function HelpLinks() {
  const t = useTranslations("reach");
  return (
    <nav aria-label={t("linksLabel")} className="print:hidden">
      <ul className="flex flex-wrap gap-x-4 text-sm">
        {(["help", "contact", "privacy", "accessibility"] as const).map((page) => (
          <li key={page}>
            <a href={`/${page}`} className="min-h-11 inline-flex items-center">
              {t(`links.${page}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
