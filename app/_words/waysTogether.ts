import { createTranslator } from "next-intl";
import { messagesOf } from "@/app/_words/messages";
import { fullDay, list } from "@/lib/i18n/format";
import { inLanguage, isolate, type Locale, labelled, type Translated } from "@/lib/i18n/rules";
import type { Stage } from "@/lib/stages/rules/stage";

/** Somebody's way with a tool: where they are on it, since which civil day. */
type Way = { tool: { title: Translated }; stage: Stage; since: string };

/**
 * Where somebody is with each of their tools, in parts of a line: ways that are as far as one another are said together, and a day
 * once, after all that is so since that day.
 */
export function waysTogether(ways: readonly Way[], locale: Locale): string[] {
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: "stages" });
  const apart = <Key extends string>(all: readonly Way[], of: (way: Way) => Key) =>
    [...new Set(all.map(of))].map((key) => [key, all.filter((way) => of(way) === key)] as const);
  return apart(ways, ({ since }) => since).flatMap(([since, begun]) => [
    ...apart(begun, ({ stage }) => stage).map(([stage, same]) => {
      const tools = same.map(({ tool }) => isolate(inLanguage(tool.title, locale).text, locale));
      return labelled(t(`stage.${stage}`), list(tools, locale), locale);
    }),
    t("since", { day: fullDay(since, locale) }),
  ]);
}
