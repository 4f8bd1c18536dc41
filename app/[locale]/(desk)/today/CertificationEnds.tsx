import { getLocale, getTranslations } from "next-intl/server";
import { fullDay } from "@/lib/i18n/format";
import { inLanguage, isolate, type Locale, nameInSentence, namesJoined } from "@/lib/i18n/rules";
import type { CertificationEnds as Ends } from "@/lib/stages/queries/ends";
import { renewalGates } from "@/lib/stages/rules/renewal";

/** Who can be renewed now by the viewer, whose renewal is due with what it lacks, and whose certification has lapsed; each leads to where it is renewed. */
export async function CertificationEnds({ ends: { renewable, due, lapsed } }: { ends: Ends }) {
  if (renewable.length + due.length + lapsed.length === 0) return null;
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("today");
  const r = await getTranslations("renewal");
  const rows = [
    ...renewable.map((one) => ({ ...one, say: "canRenew" as const })),
    ...due.map((one) => ({
      ...one,
      say: one.missing.length > 0 ? ("renewalDue" as const) : ("renewalToRecommend" as const),
    })),
    ...lapsed.map((one) => ({ ...one, say: "hasLapsed" as const })),
  ];
  return (
    <section className="grid gap-2" aria-labelledby="ends">
      <h3 id="ends" className="text-base">
        {t("ends")}
      </h3>
      <ul className="grid gap-1">
        {rows.map(({ key, href, person, tool, until, missing, say }) => (
          <li key={`${say} ${key}`}>
            <a href={href} className="inline-flex items-center min-h-11">
              {t(say, {
                name: nameInSentence(person, locale),
                tool: isolate(inLanguage(tool.title, locale).text, locale),
                day: isolate(fullDay(until, locale), locale),
                what: namesJoined(
                  missing.map((one) => r(`gate.${renewalGates.find((name) => name === one)!}`)),
                  locale,
                ),
              })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
