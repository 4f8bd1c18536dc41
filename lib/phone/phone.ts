import examples from "libphonenumber-js/examples.mobile.json";
import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  getExampleNumber,
  isSupportedCountry,
  Metadata,
  parsePhoneNumberFromString,
} from "libphonenumber-js/max";
import { type FaultOf, fault } from "../faults";
import type { PhoneCheck } from "../fields";
import { asciiDigits, withoutMarks } from "../text";

/** What the library drops or reads as an extension: a number with it is another one than was meant, or none. */
const beside = /[\p{L}#;]/u;

const regionOf = (country: string) => (isSupportedCountry(country) ? (country as CountryCode) : undefined);

function parse(typed: string, country: string) {
  const text = asciiDigits(withoutMarks(typed))
    .replace(/＋/g, "+")
    .replace(/[\p{Pd}\u2212]/gu, "-")
    .trim()
    .replace(/^00/, "+");
  return parsePhoneNumberFromString(text, regionOf(country));
}

/**
 * A phone number in E.164, however it was written: +962 7…, 00962…, 07… (read in the country given), digits of any script.
 * Checked against all that is known of the country's numbers. A letter in it is refused, but for the word before the whole (tel).
 * @param kept the number that is there already, which stays although it could not be given any more.
 * @returns null where it is not a number that can exist.
 */
export function normalisePhone(typed: string, country: string, kept: string | null = null): string | null {
  const number = typed.replace(/^\s*t[ée]l[.:]*(?=[\s\p{N}+＋(])/iu, "");
  const parsed = beside.test(number) ? null : parse(number, country);
  return parsed && (parsed.isValid() || parsed.number === kept) ? parsed.number : null;
}

/** The same to look for somebody by: also a number that is no longer given out. Null where it is none at all. */
export function readPhone(typed: string, country: string): string | null {
  const parsed = parse(typed, country);
  return parsed?.isPossible() ? parsed.number : null;
}

/** A number stays on one line: broken, its parts would change places in Arabic. */
const unbroken = (number: string) => number.replaceAll(" ", "\u00a0");

/** The message of a number that does not exist in a country, with one as it is written there. */
export function phoneFault(country: string): FaultOf<"phoneInvalid" | "phoneInvalidIn"> {
  const region = regionOf(country);
  const example = region && getExampleNumber(region, examples);
  return example
    ? fault("phoneInvalidIn", {
        params: { local: unbroken(example.formatNational()), whole: unbroken(example.formatInternational()) },
      })
    : fault("phoneInvalid");
}

/** Checks a number as typed against all that is known of the numbers of a country. */
export const phoneIn =
  (country: string): PhoneCheck =>
  (typed) =>
    normalisePhone(typed, country) === null ? phoneFault(country) : null;

/** What the library knows of a country's numbers beyond what it says in its types. */
type Plan = {
  possibleLengths(): number[];
  nationalNumberPattern(): string;
  nationalPrefixForParsing(): string | null;
  nationalPrefixTransformRule(): string | null;
};

/** A number by its length alone: so many digits at least, or six after the code of a country. */
const anyPhone = (fewest: number) => `^(?:(?:\\+|00)\\d{6}|\\d{${fewest}})`;

/**
 * How the numbers of a country begin, plus and digits alone, as the source of a regular expression: a browser that loads
 * nothing of what is known about numbers tells by it one that is too short. It refuses none that `normalisePhone` takes; what
 * it lets pass may still be none.
 */
export function phoneForm(country: string): string {
  const region = regionOf(country);
  if (!region) return anyPhone(6);
  const code = getCountryCallingCode(region);
  const metadata = new Metadata();
  metadata.selectNumberingPlan(region);
  const plan = metadata.numberingPlan as unknown as Plan;
  // Where countries share a code, or a number is written in another way than it is called, the server alone can say.
  const shared = getCountries().filter((other) => getCountryCallingCode(other) === code).length > 1;
  if (shared || plan.nationalPrefixTransformRule()) return anyPhone(Math.min(...plan.possibleLengths()));
  const own = `(?:${plan.nationalPrefixForParsing() ?? ""})?(?:${plan.nationalNumberPattern()})`;
  return `^(?:(?:\\+|00)(?:${code}${own}|(?!${code})\\d{6})|${own})`;
}

/** A number as people write it, for a field or to be kept. */
export function writtenPhone(e164: string): string {
  return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
}

/** A number as people read it; it is never broken over two lines. */
export const displayPhone = (e164: string): string => unbroken(writtenPhone(e164));
