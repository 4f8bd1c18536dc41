import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js";
import { asciiDigits } from "../text";

/**
 * A phone number in E.164, however it was written: +962 7…, 00962…, 07… (read in the country given), Arabic digits.
 * @returns null where it is not a number that can exist.
 */
export function normalisePhone(typed: string, country: string): string | null {
  const text = asciiDigits(typed).trim().replace(/^00/, "+");
  const region = isSupportedCountry(country) ? (country as CountryCode) : undefined;
  const parsed = parsePhoneNumberFromString(text, region);
  return parsed?.isValid() ? parsed.number : null;
}

/** A number as people read it. */
export function displayPhone(e164: string): string {
  return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
}
