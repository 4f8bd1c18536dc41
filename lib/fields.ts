import * as z from "zod";
import { type FieldFault, fault, faultOf, type PlainCode, says } from "./faults";
import { emailForm, nameFault } from "./people/rules/wrong";
import { asciiDigits, hasMeaningless, squeeze, withoutHidden, withoutMarks } from "./text";
import { civilYears, isCivilDay, isCivilTime, isFarDay } from "./time/civil";

/**
 * The kinds of field that there are, once for forms, JSON and rows of a table: a form says everything as text, the others
 * say numbers, booleans and null, and each kind takes both. What is harmless is mended (spaces, Arabic digits); the rest
 * is refused with a fault.
 */
const raw = z
  .string()
  .nullish()
  .transform((text) => text ?? "");

const line = (max: number, mend: (text: string) => string = mendLine) =>
  raw.transform(mend).pipe(
    z
      .string()
      .refine((text) => !hasMeaningless(text), says("forbiddenCharacters"))
      .refine((text) => text.length <= max, says("tooLong", { params: { max } })),
  );

/** Without what nobody sees, with single spaces. */
const mendLine = (typed: string) => squeeze(withoutHidden(typed));

/** Of an address or a number, in which joiners say nothing either. */
const squeezeWithoutMarks = (text: string) => mendLine(withoutMarks(text));

/** One line of text that must not be empty. */
export const requiredLine = (max = 200) => line(max).refine((text) => text.length > 0, says("required"));

/** The code of a country, chosen from a list. */
export const countryCode = () => line(2).refine((text) => text.length > 0, says("choose"));

/** An e-mail address or a phone number by which somebody is looked for. */
export const contactLine = (max: number) =>
  line(max, squeezeWithoutMarks).refine((text) => text.length > 0, says("required"));

/** One line of text, or nothing (null). */
export const optionalLine = (max = 200) => line(max).transform((text) => text || null);

/** What somebody typed into a search, without invisible marks, or nothing. See `readQuery` for what cannot be searched for. */
export const searchLine = () => raw.transform((text) => squeeze(withoutMarks(text)).slice(0, 200) || null);

/** A person's name as the person writes it: at least one letter, no angle brackets, no pictures, at most 200 characters. */
export const personName = () =>
  line(200).superRefine((text, context) => {
    const code = nameFault(text);
    if (code) context.addIssue({ code: "custom", ...says(code) });
  });

/** The Latin form of a name, or nothing. */
export const latinName = () =>
  line(200)
    .refine(
      // Signs of transliteration (ʿ ʾ ʻ ʼ), hyphens of every kind, L·lull, "Ali Jr., MD".
      (text) => text === "" || /^[\p{Script=Latin}\p{M}\s.,·'’‘`´ʹ-ʿˈ\p{Pd}]+$/u.test(text),
      says("latinOnly"),
    )
    .transform((text) => text || null);

/** A line of several; the space that indents it stays. */
const trimLine = (text: string) => `${/^[ \t]*/.exec(text)![0]}${text.trim()}`;

/** Several lines of text, or nothing. */
export const optionalText = (max = 2000) =>
  line(max, (text) => withoutHidden(text).split("\n").map(trimLine).join("\n").trim()).transform(
    (text) => text || null,
  );

/** Several short texts ↔ one a line; empty ones are left out. */
export const textLines = (max: number) =>
  z
    .codec(z.union([z.string(), z.array(z.string())]).nullish(), z.array(z.string()), {
      decode: (said) =>
        (Array.isArray(said) ? said : withoutHidden(said ?? "").split("\n")).map(mendLine).filter(Boolean),
      encode: (texts) => texts.join("\n"),
    })
    .refine((texts) => !texts.some(hasMeaningless), says("forbiddenCharacters"))
    .refine((texts) => texts.every((text) => text.length <= max), says("tooLong", { params: { max } }));

/** True of what is there, for a refinement that then also narrows the type. */
export const given = <T>(value: T | null): value is T => value !== null;

/** Several lines of text that must say something: the reason of a decision, or what `code` asks for. */
export const requiredText = (max = 1000, code: PlainCode = "reasonRequired") =>
  optionalText(max).refine(given<string>, says(code));

/**
 * Lines that were pasted, as they stand: an empty first cell is a cell, and an empty line is counted. There must be something in
 * them, or it is said as `code`.
 */
export const pastedLines = (max: number, code: PlainCode) =>
  line(max, (text) => withoutHidden(text).replace(/\r\n?/g, "\n")).refine(
    (text) => text.trim() !== "",
    says(code),
  );

/** An e-mail address in small letters, or nothing. */
export const optionalEmail = () =>
  line(254, squeezeWithoutMarks)
    .refine((text) => text === "" || emailForm.test(text), says("emailInvalid"))
    .transform((text) => text.toLowerCase() || null);

/** What is wrong with a phone number as typed, or null. */
export type PhoneCheck = (typed: string) => FieldFault | null;

/** Looks at nothing but whether a text may be a phone number: as far as a browser can tell, which knows no country's. */
export const phoneLike: PhoneCheck = (typed) =>
  /^\+?[\d\s().\-/]{6,}$/.test(typed) ? null : fault("phoneInvalid");

/** A phone number as typed, or nothing. Whoever knows the country checks it in full (`phoneIn`). */
export const optionalPhone = (check: PhoneCheck = phoneLike) =>
  line(40, (text) => plainPhone(squeezeWithoutMarks(text)))
    .superRefine((text, context) => {
      const wrong = text === "" ? null : check(text);
      if (wrong) context.addIssue({ code: "custom", params: { fault: wrong } });
    })
    .transform((text) => text || null);

/** A phone number with the digits, the plus and the hyphens of a plain keyboard. */
const plainPhone = (text: string) =>
  asciiDigits(text)
    .replace(/＋/g, "+")
    .replace(/[\p{Pd}\u2212]/gu, "-");

const ascii = (text: string | null | undefined) => asciiDigits(withoutMarks(text ?? "")).trim();

/** Why a number is none of a range. */
type RangeCode = "numberRange" | "birthYear" | "yearDigits";
const outside = (code: RangeCode, min: number, max: number): FieldFault =>
  code === "yearDigits" ? fault(code) : fault(code, { params: { min, max } });

/** Text ↔ whole number between two bounds, or null where nothing is said. */
const numberOrNull = (min: number, max: number, wrong: FieldFault) =>
  z.codec(z.union([z.string(), z.number()]).nullish(), z.number().nullable(), {
    decode: (typed, context) => {
      const text = ascii(typed === null || typed === undefined ? "" : String(typed));
      if (text === "") return null;
      const number = /^-?\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
      if (number >= min && number <= max) return number;
      context.issues.push({ code: "custom", input: typed, params: { fault: wrong } });
      return z.NEVER;
    },
    encode: (number) => (number === null ? "" : String(number)),
  });

/** A whole number between two bounds, or nothing. */
export const optionalNumber = (min: number, max: number, code: RangeCode = "numberRange") =>
  numberOrNull(min, max, outside(code, min, max));

/** A whole number between two bounds. */
export const wholeNumber = (min: number, max: number, code: RangeCode = "numberRange") =>
  numberOrNull(min, max, outside(code, min, max)).refine(given<number>, {
    params: { fault: outside(code, min, max) },
  });

/** The key of a row, or nothing. */
export const optionalId = () =>
  z.codec(z.union([z.string(), z.number()]).nullish(), z.number().nullable(), {
    decode: (said, context) => {
      const text = String(said ?? "");
      if (text === "" || /^[1-9]\d{0,14}$/.test(text)) return text === "" ? null : Number(text);
      context.issues.push({ code: "custom", input: said, ...says("choose") });
      return z.NEVER;
    },
    encode: (key) => (key === null ? "" : String(key)),
  });

/** The key of a row. */
export const id = () => optionalId().refine(given<number>, says("choose"));

/** The version of the row that a form was made from. */
export const version = () => wholeNumber(1, 999_999_999);

/** Text of digits in any script ↔ text of plain ones. */
export const digits = () =>
  z.codec(z.string().nullish(), z.string(), { decode: ascii, encode: (text) => text });

/** A day that exists, but in a year that is not taken: which are, is said. It can still be compared (`agree`). */
const notFar = <T extends z.ZodType<string>>(days: T) =>
  days.refine((text) => !isFarDay(text), says("dateFar", { params: civilYears }));
const dayOrFar = (text: string) => isCivilDay(text) || isFarDay(text);

/** A civil day that exists. */
export const day = () =>
  notFar(
    digits()
      .refine((text) => text !== "", says("required"))
      .refine((text) => text === "" || dayOrFar(text), says("dateInvalid")),
  );

/** A civil day that exists, or nothing. */
export const optionalDay = () =>
  notFar(digits().refine((text) => text === "" || dayOrFar(text), says("dateInvalid"))).transform(
    (text) => text || null,
  );

/** A time of day HH:MM. */
export const time = () => digits().refine(isCivilTime, says("timeInvalid"));

/** One of a list. */
export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values);

/** One of a list, or nothing. */
export const optionalOneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  raw
    .refine((text) => text === "" || values.includes(text), says("choose"))
    .transform((text) => (text || null) as T[number] | null);

/** A ticked or unticked box ↔ true or false: a form says "on" or nothing. */
export const checkbox = () =>
  z.codec(z.union([z.string(), z.boolean()]).nullish(), z.boolean(), {
    decode: (said) => said === true || said === "on" || said === "true",
    encode: (ticked) => ticked,
  });

/** A box that must be ticked. */
export const requiredCheckbox = (code: PlainCode) => checkbox().refine((ticked) => ticked, says(code));

/** Several values of one name: none, one or many boxes ticked. */
const many = z.codec(
  z.union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number()]))]).nullish(),
  z.array(z.string()),
  {
    decode: (said) =>
      (Array.isArray(said) ? said : typeof said === "boolean" || !said ? [] : [said]).map(String),
    encode: (list) => list,
  },
);

/** Several values of any kind, or none. */
export const severalOf = () => many;

/** Keys of several rows. */
export const ids = (max = 1000) =>
  many
    .refine((list) => list.length <= max && list.every((v) => /^[1-9]\d{0,14}$/.test(v)), says("choose"))
    .transform((list) => [...new Set(list.map(Number))]);

/** Several short texts that name something, each once: boxes ticked. */
export const someTexts = (max: number) =>
  many
    .refine((list) => list.length <= max && list.every((v) => v.length <= 40), says("choose"))
    .transform((list) => [...new Set(list)]);

/** Several of a list, or none. */
export const anyOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  many
    .refine((list) => list.every((v) => values.includes(v)), says("choose"))
    .transform((list) => [...new Set(list)] as T[number][]);

/** Several of a list, at least one. */
export const someOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  anyOf(values).refine((list) => list.length > 0, says("chooseOne"));

/** A key that came with the form: a random one, so that sending it twice does the work once, or the hash of what its page showed. */
export const formKey = () => raw.refine((text) => /^[\w-]{8,64}$/.test(text), says("formExpired"));

/** A password, or nothing (null): 10 to 200 characters. Length is what counts (NIST SP 800-63B). */
export const optionalNewPassword = () =>
  raw
    .refine((text) => text === "" || text.length >= 10, says("passwordShort", { params: { min: 10 } }))
    .refine((text) => text.length <= 200, says("tooLong", { params: { max: 200 } }))
    .transform((text) => text || null);

/** A password. */
export const newPassword = () =>
  optionalNewPassword().refine(given<string>, says("passwordShort", { params: { min: 10 } }));

/**
 * What some fields must agree on, said beside the first of them or beside `at`. Looked at whenever these fields are
 * right in themselves, also where others are not: people learn of all that is amiss at once.
 */
export const agree = <T>(
  fields: readonly (keyof T & string)[],
  holds: (input: T) => boolean,
  wrong: PlainCode | FieldFault,
  at: string = fields[0]!,
) =>
  z.refine<T>(holds, {
    params: { fault: typeof wrong === "string" ? fault(wrong) : wrong },
    path: [at],
    when: ({ issues }) =>
      !issues.some(
        (issue) =>
          fields.includes(String(issue.path?.[0]) as keyof T & string) && faultOf(issue).code !== "dateFar",
      ),
  });
