/**
 * What is wrong with a text, told without a schema and without anything else: a phone that registers loads this alone.
 */

/**
 * Why a text is no name: nothing in it, no letter, or an angle bracket, which is markup or an address and no name; or a picture
 * (emoji), which no paper can print; else null.
 */
export function nameFault(text: string) {
  if (text === "") return "nameRequired";
  if (!/^[^<>]*\p{L}[^<>]*$/u.test(text)) return "nameWithoutLetters";
  return /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u.test(text) ? "nameWithPictures" : null;
}

/** What an e-mail address looks like. */
export const emailForm = /^[^\s@"<>()[\]\\,;:]+@[^\s@.]+(\.[^\s@.]+)+$/;

/** The first and the last year in which somebody was born who registers. */
export const birthYears = [1920, 2020] as const;
