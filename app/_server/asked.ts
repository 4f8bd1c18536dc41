import * as z from "zod";
import { readQuery } from "@/lib/names/rules";

/** What an address says after its question mark, as a page gets it. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

const mostKeys = 500;
const isKey = (text: string) => /^[1-9]\d{0,14}$/.test(text);

/** The key of a row as an address writes it, in plain digits; anything else (0x9, 014, 9.0) is no row's, so nothing is found. */
export const keyIn = (part: string | undefined): number =>
  part !== undefined && isKey(part) ? Number(part) : 0;

/** A word or a few, cut where it is longer than any of ours; null where nothing is said. */
export const text = z
  .string()
  .transform((said) => said.slice(0, 900) || null)
  .catch(null);

/** What is said as it stands, also where it is nothing; null where the address does not speak of it. */
export const asSaid = z.string().nullable().catch(null);

/** The key of a row, or a count; null where there is none. */
export const key = z.string().refine(isKey).transform(Number).nullable().catch(null);

/** Keys of several rows, as in 12,13; none where something else is said. */
export const keys = z
  .string()
  .transform((said) => said.split(","))
  .refine((all) => all.length <= mostKeys && all.every(isKey))
  .transform((all) => all.map(Number))
  .catch([]);

/** Keys of boxes that were ticked in a form that leads to an address: the same name for each. */
export const ticked = z.preprocess((said) => (Array.isArray(said) ? said.join(",") : said), keys);

/** One of a list; null where something else is said. */
export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values).nullable().catch(null);

/** What somebody looks for, with why it cannot be looked for. */
export const query = z.string().catch("").transform(readQuery);

/** Reads what an address asks a page for, by name; what makes no sense is passed over. */
export const asking = <Fields extends z.core.$ZodLooseShape>(fields: Fields) => {
  const schema = z.object(fields);
  return async (searchParams: SearchParams) => schema.parse(await searchParams);
};

/** Where a page of a list begins, and whether the address says so of another list. */
export type PageKey = { at: string | null; foreign: boolean };

/** Says where the next page of a list begins, with the list's name, so that no other list takes it for its own. */
export const pageKeyOf = (list: string, at: string) => `${list}~${at}`;

/** Where a page of this list begins; what another list says of its pages is passed over. */
export const pageKey = (list: string) =>
  z
    .string()
    .optional()
    .catch(undefined)
    .transform((said): PageKey => {
      const own = said?.startsWith(`${list}~`) && said.length <= 900;
      return { at: own ? said!.slice(list.length + 1) : null, foreign: Boolean(said) && !own };
    });

/**
 * The names of filters that an address speaks of and that mean nothing here: no longer offered, or unknown.
 * @param read what was read of it, by name; `others` names that are no filters.
 */
export async function passedOver(
  searchParams: SearchParams,
  read: Readonly<Record<string, unknown>>,
  others: readonly string[] = [],
): Promise<string[]> {
  return (
    Object.entries(await searchParams)
      // The language is no filter.
      .filter(([name, said]) => said !== "" && said !== undefined && ![...others, "lang"].includes(name))
      .filter(([name]) => (read[name] ?? null) === null)
      .map(([name]) => name.slice(0, 40))
  );
}

/** What an address says of these filters, as it stands there, in one order: the same for the same list. */
export async function saidOf(searchParams: SearchParams, names: readonly string[]): Promise<string> {
  const said = await searchParams;
  return new URLSearchParams(
    names.flatMap((name) => {
      const value = said[name];
      return typeof value === "string" && value !== "" ? [[name, value]] : [];
    }),
  )
    .toString()
    .slice(0, 1000);
}
