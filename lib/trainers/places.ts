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
 * These choices, those with a way of typing in common as one: whoever is found by what was typed is found in every country, so
 * that places of one name in two countries cannot be chosen apart.
 */
function typedOnce(choices: readonly PlaceChoice[]): PlaceChoice[] {
  const of = new Map<string, Set<PlaceChoice>>();
  for (const choice of choices) {
    const joined = new Set([...choice.typed.flatMap((text) => [...(of.get(text) ?? [])]), choice]);
    for (const { typed } of joined) for (const text of typed) of.set(text, joined);
  }
  return [...new Set(of.values())].map((joined) => ({
    names: namesTogether([...joined].map(({ names }) => names)),
    typed: [...new Set([...joined].flatMap(({ typed }) => typed))],
  }));
}

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
  // What courses call them comes first: it is written with more care, in more languages.
  const all = [...(rows.length > 1 ? placesNamed(cx, countries) : []), ...typed];
  const same = samePlaces(all);
  const ofRows = same.slice(all.length - rows.length);
  const choices = [...new Set(ofRows)].map((first) => {
    const together = all.flatMap(({ place }, at) => (same[at] === first ? place : []));
    const own = rows.flatMap(({ place }, at) => (ofRows[at] === first ? place : []));
    return { names: namesTogether(together), typed: [...new Set(own)] };
  });
  return typedOnce(choices);
}
