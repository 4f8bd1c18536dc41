import type { CourseLanguage } from "../i18n/rules";
import type { Whereabouts } from "../people/store/named";
import { speaking } from "./spoken";

/** What narrows trainers by where they work and what they speak. `place`: each way in which it was typed. */
export type PlacesAndLanguage = {
  country?: string | null;
  governorate?: string | null;
  place?: readonly string[] | null;
  language?: CourseLanguage | null;
};

/** True where it leaves somebody out. */
export const narrowsPeople = ({ country, governorate, place, language }: PlacesAndLanguage): boolean =>
  Boolean(country || governorate || place || language);

/** The same as a list of people is narrowed by it. */
export const whereIn = ({ country, governorate, place, language }: PlacesAndLanguage): Whereabouts => ({
  ...{ country, governorate, place },
  speaks: language ? speaking(language) : null,
});
