import { getLocale, getTranslations } from "next-intl/server";
import { Written } from "@/app/_ui/Written";
import { fullDay } from "@/lib/i18n/format";
import { dotBetween, nameInSentence } from "@/lib/i18n/rules";
import type { EnteredOnWay } from "@/lib/stages/queries/entered";

/** Coaching visits and steps that were entered, each with its day, by whom, and in words. */
export async function Entries({ steps }: { steps: EnteredOnWay["steps"] }) {
  const locale = await getLocale();
  const t = await getTranslations("stageEntry");
  return (
    <ul className="grid gap-2">
      {steps.map(({ id, kind, day, words, by }) => (
        <li key={id} className="card grid gap-1">
          <p>
            <span className="font-semibold">{t(`kind.${kind}`)}</span>
            {dotBetween}
            {fullDay(day, locale)}
            {by ? `${dotBetween}${t("by", { name: nameInSentence(by, locale) })}` : null}
          </p>
          {words ? (
            <p className="whitespace-pre-line">
              <Written>{words}</Written>
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
