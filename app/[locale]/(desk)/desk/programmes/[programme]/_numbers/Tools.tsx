import { getLocale, getTranslations } from "next-intl/server";
import { GoalBar } from "@/app/_ui/kit/GoalBar";
import { ToolMark, toolTone } from "@/app/_ui/kit/ToolMark";
import { wholeNumber } from "@/lib/i18n/format";
import { inLanguage, type Locale, type Translated } from "@/lib/i18n/rules";
import type { ProgrammeNumbers } from "@/lib/programmes/queries";

/** A name with more letters is wider than its column. */
const mostLetters = 20;

/** People reached with each tool, in the tools' own colours. */
export async function Tools({ tools }: { tools: ProgrammeNumbers["tools"] }) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("programmeNumbers");
  const isLong = (tool: { title: Translated }) => inLanguage(tool.title, locale).text.length > mostLetters;
  const most = Math.max(1, ...tools.map(({ reached }) => reached));
  return (
    <section className="grid gap-2 content-start">
      <h2>{t("byTool")}</h2>
      <div className="card grid gap-3">
        {tools.length === 0 ? <p className="quiet">{t("nobodyYet")}</p> : null}
        <ul className="grid gap-3">
          {tools.map((tool) => (
            <li
              key={tool.code}
              className="grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)_3rem] gap-x-3 gap-y-1 items-center"
            >
              {/* A long name has the line to itself, and the bar the next one. */}
              <span className={isLong(tool) ? "col-span-full" : undefined}>
                <ToolMark tool={tool} />
              </span>
              {isLong(tool) ? <span /> : null}
              <GoalBar
                label={t("reachedAt", {
                  place: inLanguage(tool.title, locale).text,
                  count: tool.reached,
                })}
                value={tool.reached}
                whole={most}
                tone={toolTone(tool.code)}
              />
              <span className="text-end font-semibold tabular-nums">{wholeNumber(tool.reached, locale)}</span>
            </li>
          ))}
        </ul>
        {tools.length > 1 ? <p className="quiet">{t("severalTools")}</p> : null}
      </div>
    </section>
  );
}
