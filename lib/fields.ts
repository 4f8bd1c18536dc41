import * as z from "zod/mini";
import { type Locale, locales } from "./i18n/rules";
import {
  asciiDigits,
  hasForbiddenCharacters,
  hasForbiddenInLines,
  squeeze,
  trimMarks,
  withoutMarks,
} from "./text";
import { isCivilDay, isCivilTime } from "./time/civil";

/**
 * The kinds of field that forms have, once for browser and server. A posted form is text only, so each takes
 * text, mends what is harmless (spaces, Arabic digits) and refuses the rest with a message code.
 */
const raw = z._default(z.string("required"), "");

const line = (max: number, mend: (text: string) => string = squeezeOrKeep) =>
  z.pipe(
    z.pipe(raw, z.transform(mend)),
    z.string().check(
      z.refine((text) => !hasForbiddenCharacters(text) && text.length <= max, {
        error: ({ input }) =>
          hasForbiddenCharacters(String(input)) ? "forbiddenCharacters" : `tooLong?max=${max}`,
      }),
    ),
  );

/**
 * What a phone or a chat puts around copied text is dropped at its ends. Within it, spaces are mended only where nothing
 * is hidden in them, so that the refusal can still see it.
 */
function squeezeOrKeep(typed: string): string {
  const text = trimMarks(typed);
  return hasForbiddenCharacters(text) ? text : squeeze(text);
}

/** Of an address or a number, in which no invisible mark says anything. */
const squeezeWithoutMarks = (text: string) => squeezeOrKeep(withoutMarks(text));

/** One line of text that must not be empty. */
export const requiredLine = (max = 200) => line(max).check(z.refine((text) => text.length > 0, "required"));

/** An e-mail address or a phone number by which somebody is looked for. */
export const contactLine = (max: number) =>
  line(max, squeezeWithoutMarks).check(z.refine((text) => text.length > 0, "required"));

/** One line of text, or nothing (null). */
export const optionalLine = (max = 200) =>
  z.pipe(
    line(max),
    z.transform((text) => text || null),
  );

/** What somebody typed into a search, without invisible marks, or nothing. See `readQuery` for what cannot be searched for. */
export const searchLine = () =>
  z.pipe(
    raw,
    z.transform((text) => squeeze(withoutMarks(text)).slice(0, 200) || null),
  );

/** Why a text is no name: nothing in it, no letter, or a picture (emoji), which no paper can print; else null. */
export function nameFault(text: string): string | null {
  if (text === "") return "nameRequired";
  if (!/\p{L}/u.test(text)) return "nameWithoutLetters";
  return /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u.test(text) ? "nameWithPictures" : null;
}

/** A person's name as the person writes it: at least one letter, no pictures, at most 200 characters. */
export const personName = () =>
  line(200).check(
    // One check with its sentences: one that ended the parsing would hide what is wrong elsewhere in the form.
    z.refine((text) => nameFault(text) === null, {
      error: ({ input }) => nameFault(String(input)) ?? "nameRequired",
    }),
  );

/** The Latin form of a name, or nothing. */
export const latinName = () =>
  z.pipe(
    line(200).check(
      // Signs of transliteration (ʿ ʾ ʻ ʼ), hyphens of every kind, L·lull, "Ali Jr., MD".
      z.refine(
        (text) => text === "" || /^[\p{Script=Latin}\p{M}\s.,·'’‘`´ʹ-ʿˈ\p{Pd}]+$/u.test(text),
        "latinOnly",
      ),
    ),
    z.transform((text) => text || null),
  );

/** A line of several, without marks at its ends; the space that indents it stays. */
const trimLine = (text: string) => `${/^[ \t]*/.exec(text)![0]}${trimMarks(text)}`;

/** Several lines of text, or nothing. */
export const optionalText = (max = 2000) =>
  z.pipe(
    z.pipe(
      raw,
      z.transform((text) => text.split("\n").map(trimLine).join("\n").trim()),
    ),
    z.pipe(
      z.string().check(
        z.refine((text) => !hasForbiddenInLines(text), "forbiddenCharacters"),
        z.maxLength(max, `tooLong?max=${max}`),
      ),
      z.transform((text) => text || null),
    ),
  );

/** Several lines of text that must say something: the reason of a decision, or what `code` asks for. */
export const requiredText = (max = 1000, code = "reasonRequired") =>
  z.pipe(optionalText(max), z.string(code));

const email = /^[^\s@"<>()[\]\\,;:]+@[^\s@.]+(\.[^\s@.]+)+$/;

/** An e-mail address in small letters, or nothing. */
export const optionalEmail = () =>
  z.pipe(
    line(254, squeezeWithoutMarks).check(z.refine((text) => text === "" || email.test(text), "emailInvalid")),
    z.transform((text) => text.toLowerCase() || null),
  );

/** A phone number as typed (checked in full on the server, which knows the country), or nothing. */
export const optionalPhone = () =>
  z.pipe(
    line(40, (text) => plainPhone(squeezeWithoutMarks(text))).check(
      z.refine((text) => text === "" || /^\+?[\d\s().\-/]{6,}$/.test(text), "phoneInvalid"),
    ),
    z.transform((text) => text || null),
  );

/** A phone number with the digits, the plus and the hyphens of a plain keyboard. */
const plainPhone = (text: string) =>
  asciiDigits(text)
    .replace(/＋/g, "+")
    .replace(/[\p{Pd}\u2212]/gu, "-");

const digits = () =>
  z.pipe(
    raw,
    z.transform((text) => asciiDigits(withoutMarks(text)).trim()),
  );

/** A whole number between two bounds. */
export const wholeNumber = (min: number, max: number, code = "numberRange") =>
  z.pipe(
    digits().check(
      z.refine(
        (text) => /^-?\d{1,9}$/.test(text) && Number(text) >= min && Number(text) <= max,
        `${code}?min=${min}&max=${max}`,
      ),
    ),
    z.transform(Number),
  );

/** The same, or nothing. */
export const optionalNumber = (min: number, max: number, code = "numberRange") =>
  z.pipe(
    digits().check(
      z.refine(
        (text) => text === "" || (/^-?\d{1,9}$/.test(text) && Number(text) >= min && Number(text) <= max),
        `${code}?min=${min}&max=${max}`,
      ),
    ),
    z.transform((text) => (text === "" ? null : Number(text))),
  );

/** A civil day that exists. */
export const day = () => digits().check(z.refine(isCivilDay, "dateInvalid"));

/** A civil day that exists, or nothing. */
export const optionalDay = () =>
  z.pipe(
    digits().check(z.refine((text) => text === "" || isCivilDay(text), "dateInvalid")),
    z.transform((text) => text || null),
  );

/** A time of day HH:MM. */
export const time = () => digits().check(z.refine(isCivilTime, "timeInvalid"));

/** One of a list. */
export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values, "choose");

/** One of a list, or nothing. */
export const optionalOneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.pipe(
    raw.check(z.refine((text) => text === "" || values.includes(text), "choose")),
    z.transform((text) => (text || null) as T[number] | null),
  );

/** A ticked or unticked box: "on" or nothing. */
export const checkbox = () =>
  z.pipe(
    z._default(z.union([z.string(), z.boolean()]), ""),
    z.transform((v) => v === true || v === "on" || v === "true"),
  );

/** A box that must be ticked. */
export const requiredCheckbox = (code: string) => checkbox().check(z.refine((v) => v, code));

/** The key of a row, as a form carries it. */
export const id = () => z.pipe(raw.check(z.regex(/^[1-9]\d{0,14}$/, "choose")), z.transform(Number));

/** The key of a row, or nothing. */
export const optionalId = () =>
  z.pipe(
    raw.check(z.regex(/^([1-9]\d{0,14})?$/, "choose")),
    z.transform((text) => (text ? Number(text) : null)),
  );

/** Several values of one name: none, one or many boxes ticked. */
const many = z.pipe(
  z._default(z.union([z.string(), z.array(z.string()), z.boolean(), z.null()]), []),
  z.transform((v): string[] => (Array.isArray(v) ? v : typeof v === "string" && v ? [v] : [])),
);

/** Keys of several rows. */
export const ids = (max = 1000) =>
  z.pipe(
    many.check(
      z.refine((list) => list.every((v) => /^[1-9]\d{0,14}$/.test(v)), "choose"),
      z.refine((list) => list.length <= max, "choose"),
    ),
    z.transform((list) => [...new Set(list.map(Number))]),
  );

/** Several of a list, or none. */
export const anyOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.pipe(
    many.check(z.refine((list) => list.every((v) => values.includes(v)), "choose")),
    z.transform((list) => [...new Set(list)] as T[number][]),
  );

/** Several of a list, at least one. */
export const someOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.pipe(
    many.check(
      z.refine((list) => list.length > 0, "chooseOne"),
      z.refine((list) => list.every((v) => values.includes(v)), "choose"),
    ),
    z.transform((list) => [...new Set(list)] as T[number][]),
  );

/** A random key made with the form, so that sending it twice does the work once. */
export const formKey = () => raw.check(z.regex(/^[\w-]{8,64}$/, "formExpired"));

/** A password: 10 to 200 characters. Length is what counts (NIST SP 800-63B). */
export const newPassword = () =>
  raw.check(z.minLength(10, "passwordShort?min=10"), z.maxLength(200, "tooLong?max=200"));

/**
 * What some fields must agree on, said beside the first of them or beside `at`. Looked at whenever these fields are
 * right in themselves, also where others are not: people learn of all that is amiss at once.
 */
export const agree = <T>(
  fields: readonly (keyof T & string)[],
  holds: (input: T) => boolean,
  error: string,
  at: string = fields[0]!,
) =>
  z.refine<T>(holds, {
    error,
    path: [at],
    when: ({ issues }) =>
      !issues.some((issue) => fields.includes(String(issue.path?.[0]) as keyof T & string)),
  });
/** The same, or nothing (null). */
export const optionalNewPassword = () =>
  z.pipe(
    raw.check(
      z.refine((text) => text === "" || text.length >= 10, "passwordShort?min=10"),
      z.maxLength(200, "tooLong?max=200"),
    ),
    z.transform((text) => text || null),
  );

/** A text in each language, as fields named after it: titleEn, titleFr, titleAr. */
export const inEachLanguage = <Name extends string, Field>(name: Name, field: () => Field) =>
  Object.fromEntries(locales.map((l) => [fieldIn(name, l), field()])) as Record<`${Name}${FieldEnd}`, Field>;

type FieldEnd = Capitalize<Locale>;

/** The name of the field of a text in a language. */
export const fieldIn = <Name extends string>(name: Name, locale: Locale) =>
  `${name}${locale[0]!.toUpperCase()}${locale[1]}` as `${Name}${FieldEnd}`;

/** What those fields hold, by language. */
export const eachLanguage = <Name extends string>(
  form: Record<`${Name}${FieldEnd}`, string | null>,
  name: Name,
): Record<Locale, string | null> => ({
  en: form[fieldIn(name, "en")],
  fr: form[fieldIn(name, "fr")],
  ar: form[fieldIn(name, "ar")],
});

/** Such a text is there in one language at least; where in none, it is said beside the one that is written in. */
export const inSomeLanguage = <Name extends string>(name: Name) =>
  locales.map((l) =>
    agree<Record<`${Name}${FieldEnd}`, string | null> & { ownLanguage: Locale }>(
      ["ownLanguage", ...locales.map((other) => fieldIn(name, other))],
      (form) => form.ownLanguage !== l || locales.some((other) => form[fieldIn(name, other)]),
      "required",
      fieldIn(name, l),
    ),
  );

const mostRows = 80;

/** A row as it was read; `id` is null where it is added. */
export type FormRow<Row> = { key: string; id: number | null; row: Row };

/**
 * Rows of a form: fields `NAME_KEY_FIELD`, where KEY is that of a row of the database, or `new1`, `new2` … for one that is
 * added. An added row with nothing in it is left out. Faults are put beside the field of their row.
 */
export function readRows<S extends z.ZodMiniType>(
  form: Record<string, unknown>,
  name: string,
  row: S,
  issues: z.core.$ZodRawIssue[] = [],
): FormRow<z.output<S>>[] {
  const rows = new Map<string, Record<string, unknown>>();
  for (const [field, value] of Object.entries(form)) {
    const [, key, part] = new RegExp(`^${name}_([1-9]\\d{0,14}|new[1-9]\\d?)_(\\w+)$`).exec(field) ?? [];
    if (key && part && (rows.has(key) || rows.size < mostRows))
      rows.set(key, { ...rows.get(key), [part]: value });
  }
  const read: FormRow<z.output<S>>[] = [];
  for (const [key, fields] of rows) {
    const id = key.startsWith("new") ? null : Number(key);
    if (id === null && Object.values(fields).every((value) => String(value).trim() === "")) continue;
    const parsed = row.safeParse(fields);
    if (parsed.success) read.push({ key, id, row: parsed.data });
    else
      for (const { path, message } of parsed.error.issues)
        issues.push({
          code: "custom",
          input: fields,
          path: [`${name}_${key}_${String(path[0] ?? "")}`],
          message,
        });
  }
  return read;
}

/** Faults in the rows of a form, told together with those of its other fields. */
export const rowFaults = <Form extends Record<string, unknown>>(
  name: string,
  row: (form: Form) => z.ZodMiniType,
) =>
  z.check<Form>(({ value, issues }) => void readRows(value, name, row(value), issues), { when: () => true });
