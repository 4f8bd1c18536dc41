/**
 * What is wrong with a text, told without a schema and without anything else: a phone that registers loads this alone.
 */

/**
 * Why a text is no name: nothing in it, no letter, or what no name has: a bracket of markup, the sign of a formula or of an address
 * (< > = + @ //, www.); or a picture (emoji), which no paper can print; else null. Hyphens, apostrophes, dots, brackets and a
 * single stroke stand in names and stay as they are typed.
 */
export function nameFault(text: string) {
  if (text === "") return "nameRequired";
  if (!/^(?!.*(\/\/|www\.))[^<>=+@]*\p{L}[^<>=+@]*$/iu.test(text)) return "nameWithoutLetters";
  return /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u.test(text) ? "nameWithPictures" : null;
}

/** What an e-mail address looks like. */
export const emailForm = /^[^\s@"<>()[\]\\,;:]+@[^\s@.]+(\.[^\s@.]+)+$/;

/** The first and the last year in which somebody was born who registers. */
export const birthYears = [1920, 2020] as const;
