import { getLocale, getTranslations } from "next-intl/server";
import { LinkList } from "@/app/_ui/LinkList";
import { modulesSaid } from "@/app/_ui/modulesSaid";
import { fullDay } from "@/lib/i18n/format";
import { dotBetween, inLanguage, isolate, nameInSentence, shownIn } from "@/lib/i18n/rules";
import type { WayWaits as Waits } from "@/lib/stages/queries/waits";

/**
 * What of people on the way to trainer waits for the viewer: their own observations to sign, whom they can observe today, questions about whom they recommended,
 * whom they may recommend; each leads to its page. Nothing where nothing waits.
 */
export async function WayWaits({ waits: { toSign, toObserve, returned, toRecommend } }: { waits: Waits }) {
  if (toSign.length + toObserve.length + returned.length + toRecommend.length === 0) return null;
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
    ...toObserve.map(({ href, title, ...person }) => ({
      key: `observe ${href}`,
      href,
      said: t("toObserve", {
        name: nameInSentence(person, locale),
        course: isolate(shownIn(title, locale), locale),
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
    ...toRecommend.map(({ href, person, tool, others }) => ({
      key: `recommend ${href}`,
      href,
      said: t(others ? "toRecommendOthers" : "toRecommend", {
        name: nameInSentence(person, locale),
        tool: isolate(inLanguage(tool.title, locale).text, locale),
      }),
    })),
  ];
  return (
    <section className="grid gap-2" aria-labelledby="on-way">
      <h3 id="on-way" className="text-base">
        {t("onWay")}
      </h3>
      <LinkList links={rows} className="grid gap-1" />
    </section>
  );
}

/**
 * What the viewer recommended or entered, and what became of it: it waits since, or was answered on a day, by whom; what waits
 * longest first; and what halts it since. Nothing where there is none. @param more there is more than is shown.
 */
export async function Sent({ sent, more }: { sent: Waits["sent"]; more: boolean }) {
  if (sent.length === 0) return null;
  const locale = await getLocale();
  const t = await getTranslations("today");
  const d = await getTranslations("decide");
  return (
    <section className="grid gap-2" aria-labelledby="sent">
      <h2 id="sent">{t("sent")}</h2>
      <ul className="grid gap-1">
        {sent.map(
          ({ id, href, person, tool, towards, observedOn, became, halted, day, by, words, leftOut }) => (
            <li key={id}>
              <a href={href} className="inline-flex items-center min-h-11">
                {nameInSentence(person, locale)}
                {dotBetween}
                {isolate(inLanguage(tool.title, locale).text, locale)}
                {observedOn
                  ? `${dotBetween}${t("observedOf", { day: isolate(fullDay(observedOn, locale), locale) })}`
                  : null}
                {towards ? `${dotBetween}${d(`towards.${towards}`)}` : null}
              </a>
              <p className="quiet">
                {t(`became.${became ?? "waits"}`, {
                  day: isolate(fullDay(day, locale), locale),
                  by: by ? nameInSentence(by, locale) : "Cascade",
                })}
                {leftOut.length > 0
                  ? ` ${t("becameLeftOut", { modules: modulesSaid(leftOut, "", locale) })}`
                  : null}
                {halted
                  ? ` ${t(`became.${halted.what}`, { day: isolate(fullDay(halted.day, locale), locale) })}`
                  : null}
                {words ? ` ${t("becameBecause", { reason: isolate(words, locale) })}` : null}
              </p>
            </li>
          ),
        )}
      </ul>
      {more ? (
        <p>
          <a href="/today?sent=all#sent" className="inline-flex items-center min-h-11">
            {t("sentAll")}
          </a>
        </p>
      ) : null}
    </section>
  );
}
