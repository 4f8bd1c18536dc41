import { readDay, readTime } from "@/lib/time/typed";
import type { Values } from "./readPost";

/**
 * Days and times that a form without JavaScript posted as they were typed, in the one way that schemas know. Which fields
 * these are the form lists (`typedDays`, `typedTimes`): schemas stay as they are for whoever loads them.
 */
export function readTyped(values: Values): Values {
  const read = { ...values };
  const each = (listed: "typedDays" | "typedTimes", as: (typed: string) => string) => {
    for (const name of [values[listed] ?? []].flat()) {
      const typed = values[String(name)];
      if (typeof typed === "string") read[String(name)] = as(typed);
    }
    delete read[listed];
  };
  each("typedDays", readDay);
  each("typedTimes", readTime);
  return read;
}
