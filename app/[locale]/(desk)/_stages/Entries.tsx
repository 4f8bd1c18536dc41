import { getLocale, getTranslations } from "next-intl/server";
import { ToolMark } from "@/app/_ui/kit/ToolMark";
import { Written } from "@/app/_ui/Written";
import { fullDay } from "@/lib/i18n/format";
import { dotBetween, nameInSentence } from "@/lib/i18n/rules";
import type { EnteredOnWay } from "@/lib/stages/queries/entered";

/** Coaching visits and steps that were entered on these ways, the newest first: each with its tool, its day, by whom, and in words. */
export async function Entries({ ways }: { ways: readonly EnteredOnWay[] }) {
  const locale = await getLocale();
  const t = await getTranslations("stageEntry");
  const all = ways
    .flatMap(({ tool, steps }) => steps.map((step) => ({ ...step, tool })))
    .sort((a, b) => b.day.localeCompare(a.day) || b.id - a.id);
  if (all.length === 0) return <p className="quiet">{t("nothing")}</p>;
  return (
    <ul className="grid gap-2">
      {all.map(({ id, kind, day, words, by, tool }) => (
        <li key={id} className="card grid gap-1">
          <p>
            <span className="font-semibold">{t(`kind.${kind}`)}</span>
            {dotBetween}
            <span className="kept">{fullDay(day, locale)}</span>
            {by ? `${dotBetween}${t("by", { name: nameInSentence(by, locale) })}` : null}
          </p>
          <p>
            <ToolMark tool={tool} />
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
