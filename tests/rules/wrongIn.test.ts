import examples from "libphonenumber-js/examples.mobile.json";
import { getCountries, getExampleNumber } from "libphonenumber-js/max";
import { describe, expect, it } from "vitest";
import { wrongIn } from "../../app/[locale]/(public)/courses/[slug]/register/wrongIn";
import { normalisePhone, phoneForm } from "../../lib/phone/phone";

it.each(["85", "1899", "2099", "٢٠٩٩", "nineteen", "19855"])(
  "a year of birth that cannot be (%s) is said in its step",
  (birthYear) => {
    expect(wrongIn({ who: "self", birthYear }, ["birthYear"])).toHaveProperty("birthYear");
  },
);

it.each(["", "1985", "١٩٨٥"])("a year of birth that can be (%s), or none, is gone on from", (birthYear) => {
  expect(wrongIn({ who: "self", birthYear }, ["birthYear"])).toEqual({});
});

describe("a number to call", () => {
  const said = (phone: string, country: string) =>
    wrongIn({ name: "Salma Haddad", phone, phoneForm: phoneForm(country) }, ["phone"]);
  it.each([
    ["JO", "079 123 456"],
    ["JO", "+962 79 123 456"],
    ["JO", "٠٧٩١٢٣٤٥٦"],
    ["KE", "0712 12345"],
    ["CM", "6 71 23 45 6"],
    ["PS", "0599 12 345"],
  ])("of %s that is too short (%s) is said in its step", (country, phone) => {
    expect(said(phone, country)).toHaveProperty("phone");
  });
  it.each([
    ["JO", "٠٧٩ ١٢٣ ٤٥٦٧"],
    ["JO", "0096279-123-4567"],
    ["JO", "(06) 590 1234"],
    ["JO", "+970 599 123 456"],
    ["KZ", "+7 916 123 45 67"],
  ])("of %s that can be (%s) is gone on from", (country, phone) => {
    expect(said(phone, country)).toEqual({});
  });
  it("of no country is refused there that the server takes", () => {
    for (const country of getCountries()) {
      const example = getExampleNumber(country, examples)!;
      for (const phone of [example.formatNational(), example.formatInternational(), example.nationalNumber])
        if (normalisePhone(phone, country)) expect(said(phone, country), `${country} ${phone}`).toEqual({});
    }
  });
});
