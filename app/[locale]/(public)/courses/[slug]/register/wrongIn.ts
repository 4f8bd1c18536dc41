import { type FieldFault, fault, type PlainCode } from "@/lib/faults";
import { birthYears, emailForm, nameFault } from "@/lib/people/rules/wrong";
import { asciiDigits } from "@/lib/text";

const inRange = (value: number, min: number, max: number) => value >= min && value <= max;

/**
 * What is wrong with what a step holds, as far as it can be told without a course's questions and all numbers of a country
 * (`phoneForm` says how they begin): said before one goes on. A phone loads no schema for it; what is sent the server checks as a whole, so that all is said
 * at once.
 */
export function wrongIn(
  values: Record<string, unknown>,
  asked: readonly string[],
): Record<string, FieldFault> {
  const found: Record<string, FieldFault> = {};
  if (asked.includes("consent")) return found;
  const said = (name: string) => String(values[name] ?? "").trim();
  const wrong = (name: string, code: PlainCode | null | false | "") => {
    if (code) found[name] = fault(code);
  };
  const phone = said("phone");
  const email = said("email");
  if ("who" in values && values.who !== "other") wrong("who", !values.who && "registerWhom");
  else {
    wrong("name", nameFault(said("name")));
    wrong("email", email && !emailForm.test(email) && "emailInvalid");
    wrong(
      "phone",
      phone
        ? !new RegExp(said("phoneForm")).test(asciiDigits(phone).replace(/[^+\d]/g, "")) && "phoneInvalid"
        : !email && "contactNeeded",
    );
  }
  const [min, max] = birthYears;
  const year = said("birthYear");
  if (year && !(/^\p{Nd}{4}$/u.test(year) && inRange(Number(asciiDigits(year)), min, max)))
    found.birthYear = fault("birthYear", { params: { min, max } });
  return found;
}
