import { type Locale, shownIn } from "@/lib/i18n/rules";
import type { PlaceChoice } from "@/lib/trainers/queries";
import { Written } from "./Written";

/** Places to narrow trainers by, called as the reader's language does, in its order. */
export const placeOptions = (places: readonly PlaceChoice[], locale: Locale) =>
  places
    .map(({ names, typed }) => ({ value: typed[0]!, name: shownIn(names, locale) }))
    .sort((a, b) => a.name.localeCompare(b.name, locale))
    .map(({ value, name }) => ({ value, label: <Written>{name}</Written> }));
