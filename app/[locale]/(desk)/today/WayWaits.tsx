import { getLocale, getTranslations } from "next-intl/server";
import type { Context } from "@/lib/acts/context";
import { fullDay } from "@/lib/i18n/format";
import { inLanguage, isolate, nameInSentence, shownIn } from "@/lib/i18n/rules";
import { wayWaits } from "@/lib/stages/queries/waits";

/**
 * What of people on the way to trainer waits for the viewer: their own observations to sign, questions about whom they recommended,
 * whom they may recommend; each leads to its page. Nothing where nothing waits.
 */
export async function WayWaits({ cx }: { cx: Context }) {
  const { toSign, returned, toRecommend } = wayWaits(cx);
  if (toSign.length + returned.length + toRecommend.length === 0) return null;
  const locale = await getLocale();
  const t = await getTranslations("today");
  const rows = [
    ...toSign.map(({ id, href, day, course }) => ({
      key: `sign ${id}`,
      href,
      said: t("toSign", {
        day: isolate(fullDay(day, locale), locale),
        course: isolate(shownIn(course, locale), locale),
      }),
    })),
    ...returned.map(({ id, href, by, person, words }) => ({
      key: `returned ${id}`,
      href,
      said: t("returned", {
        by: by ? nameInSentence(by, locale) : "Cascade",
        name: nameInSentence(person, locale),
        question: isolate(words, locale),
      }),
    })),
    ...toRecommend.map(({ href, person, tool }) => ({
      key: `recommend ${href}`,
      href,
      said: t("toRecommend", {
        name: nameInSentence(person, locale),
        tool: isolate(inLanguage(tool.title, locale).text, locale),
      }),
    })),
  ];
  return (
    <section className="grid gap-2" aria-labelledby="on-way">
      <h2 id="on-way">{t("onWay")}</h2>
      <ul className="grid gap-1">
        {rows.map(({ key, href, said }) => (
          <li key={key}>
            <a href={href} className="inline-flex items-center min-h-11">
              {said}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
