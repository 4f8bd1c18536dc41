import type { FaultParam, FieldFault } from "@/lib/faults";
import { fullDay, shortDay, timeRange } from "@/lib/i18n/format";
import { type Locale, nameFor, shownIn } from "@/lib/i18n/rules";

/** What a sentence names, in the reader's words; `none` where there is none, by which the sentence chooses others. */
function spoken(param: FaultParam, locale: Locale): string | number {
  if (param === null) return "none";
  if (typeof param !== "object") return param;
  if ("day" in param) return fullDay(param.day, locale);
  if ("weekday" in param) return shortDay(param.weekday, locale);
  if ("from" in param) return timeRange(param.from, param.to, locale);
  if ("person" in param) return nameFor(param.person, locale);
  return shownIn(param.text, locale);
}

/** What the sentence of a fault names, by name, in the reader's words. */
export const wordsOf = ({ params }: FieldFault, locale: Locale): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries<FaultParam>(params ?? {}).map(([name, param]) => [name, spoken(param, locale)]),
  );
