import type { Context } from "../acts/context";
import { placesNamed } from "../courses/store/places";
import { languageTold, type Translated } from "../i18n/rules";
import { namesTogether, samePlaces } from "../places/rules";

/** A place where organisations of trainers are: its names as far as they are known, and each way in which it was typed. */
export type PlaceChoice = { names: Translated; typed: readonly string[] };

/** A place that was typed in one language, which its letters tell. */
const typedIn = (text: string): Translated => {
  const own = languageTold(text) ?? "en";
  return { own, [own]: text };
};

/**
 * Places of organisations, each once, however often and in whichever letters it was typed: what courses there are called in several
 * languages says which names are of one.
 */
export function placesOnce(
  cx: Context,
  rows: readonly { country: string | null; place: string }[],
): PlaceChoice[] {
  const typed = rows.map(({ country, place }) => ({ country, place: typedIn(place) }));
  const countries = [...new Set(rows.flatMap(({ country }) => country ?? []))];
  const all = [...typed, ...(rows.length > 1 ? placesNamed(cx, countries) : [])];
  const same = samePlaces(all);
  return [...new Set(same.slice(0, rows.length))].map((first) => {
    const together = all.flatMap(({ place }, at) => (same[at] === first ? place : []));
    const own = rows.flatMap(({ place }, at) => (same[at] === first ? place : []));
    return { names: namesTogether([...together].reverse()), typed: [...new Set(own)] };
  });
}
