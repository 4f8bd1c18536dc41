import { getLocale, getTranslations } from "next-intl/server";
import { fullDay } from "@/lib/i18n/format";
import { inLanguage, isolate, nameInSentence } from "@/lib/i18n/rules";
import type { CertificationEnds as Ends } from "@/lib/stages/queries/ends";

/** Who can be renewed now by the viewer, and whose certification has lapsed; each leads to where it is renewed. */
export async function CertificationEnds({ ends: { renewable, lapsed } }: { ends: Ends }) {
  if (renewable.length + lapsed.length === 0) return null;
  const locale = await getLocale();
  const t = await getTranslations("today");
  const rows = [
    ...renewable.map((one) => ({ ...one, say: "canRenew" as const })),
    ...lapsed.map((one) => ({ ...one, say: "hasLapsed" as const })),
  ];
  return (
    <section className="grid gap-2" aria-labelledby="ends">
      <h3 id="ends" className="text-base">
        {t("ends")}
      </h3>
      <ul className="grid gap-1">
        {rows.map(({ key, href, person, tool, until, say }) => (
          <li key={`${say} ${key}`}>
            <a href={href} className="inline-flex items-center min-h-11">
              {t(say, {
                name: nameInSentence(person, locale),
                tool: isolate(inLanguage(tool.title, locale).text, locale),
                day: isolate(fullDay(until, locale), locale),
              })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
