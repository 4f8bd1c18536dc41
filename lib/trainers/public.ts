import type { Granted, Self } from "../access/gate";
import type { Context } from "../acts/context";
import { toolCatalogue } from "../curriculum/queries";
import { courseLanguages } from "../i18n/rules";
import { readAfter } from "../people/rules";
import { personRow } from "../people/store";
import { governoratesAmong, pageOfKeys, speaksAndLives, whereaboutsOf } from "../people/store/named";
import type { OnDay } from "../programmes/store/days";
import { endsAmong, wayKey } from "../stages/judge";
import { governorateSince, registerTextVersion } from "../stages/rules/register";
import {
  certifiedAmong,
  consentOf,
  listedAt,
  listedKeys,
  listingsOf,
  someListed,
  standingsAmong,
} from "../stages/store/register";
import { placesOnce } from "./places";
import { languagesOf } from "./spoken";
import { type PlacesAndLanguage, whereIn } from "./where";

const pageSize = 30;

/** What the public register is narrowed by. `tool`: its code; `after`: `next` of the page before. */
export type PublicFilter = {
  q?: string | null;
  tool?: string | null;
  after?: string | null;
} & PlacesAndLanguage;

/**
 * What the public is shown of trainers: name, country, governorate and place of work, languages, and for which modules of which tools they
 * are certified until which civil day, with what of it is out of the ordinary. Never a contact.
 */
function shownOf(cx: Context, ids: readonly number[], on: OnDay) {
  const catalogue = toolCatalogue(cx);
  const certified = certifiedAmong(cx, on, ids);
  const several = endsAmong(cx, ids, on);
  const people = new Map(speaksAndLives(cx, ids).map((row) => [row.id, row]));
  const listings = listingsOf(cx, ids);
  const spoken = languagesOf(cx, ids);
  return ids.map((id) => {
    const { name, latinName, country, governorate, worksFor, worksIn, worksAt } = people.get(id)!;
    const { address, textVersion } = listings.get(id)!;
    return {
      ...{ name, latinName, organisation: worksFor, place: worksAt, address },
      governorate: textVersion < governorateSince ? null : governorate,
      country: worksIn ?? country,
      languages: spoken(id),
      certified: certified
        .filter((row) => row.personId === id)
        .map(({ toolId, modules, validUntil, stage, ...way }) => {
          const { code, title } = catalogue.find((tool) => tool.id === toolId)!;
          const { byException } = way;
          return {
            ...{ tool: { code, title }, stage, byException },
            ends: several.get(wayKey({ toolId, ...way })) ?? [
              { codes: modules, until: validUntil!, before: false },
            ],
          };
        }),
    };
  });
}
export type ListedTrainer = ReturnType<typeof shownOf>[number];

/**
 * Trainers of the public register on a civil day, by name, a page at a time: who agreed to be found there and is certified now.
 */
export function publicRegister(cx: Context, filter: PublicFilter, on: OnDay) {
  const toolId = filter.tool
    ? (toolCatalogue(cx).find(({ code }) => code === filter.tool)?.id ?? null)
    : null;
  const { q = null } = filter;
  // Where a page begins is said by an address too: keys of people are nobody's to see.
  const begin = filter.after ? listedAt(cx, filter.after, on) : null;
  const after = begin === null ? readAfter(null) : { name: personRow(cx, begin)!.sortName, id: begin };
  const keys = listedKeys(on, toolId, filter.governorate ? governorateSince : undefined);
  const found = pageOfKeys(cx, keys, q, whereIn(filter), after, pageSize + 1).map(({ id }) => id);
  const trainers = shownOf(cx, found.slice(0, pageSize), on);
  return { trainers, next: found.length > pageSize ? trainers.at(-1)!.address : null };
}

/** What the public register can be narrowed by on a civil day: tools, countries, governorates and places of those who are in it. */
export function publicChoices(cx: Context, on: OnDay) {
  const keys = listedKeys(on, null);
  const tools = toolCatalogue(cx).filter(({ id }) => someListed(cx, on, id));
  const { countries, places } = whereaboutsOf(cx, keys);
  const governorates = governoratesAmong(cx, listedKeys(on, null, governorateSince));
  return {
    ...{ countries, governorates, places: placesOnce(cx, places) },
    languages: courseLanguages,
    tools: tools.map(({ code, title }) => ({ code, title })),
  };
}

/** One trainer of the public register, by their address there; null for whoever is not in it on a civil day. */
export function publicTrainer(cx: Context, address: string, on: OnDay): ListedTrainer | null {
  const personId = listedAt(cx, address, on);
  return personId === null ? null : shownOf(cx, [personId], on)[0]!;
}

/**
 * How whoever is signed in stands to the public register: whether they are on the way to be certified at all, certified now, and
 * what they agreed to; null where they did not, or took it back.
 */
export function ownListing(cx: Context, { personId }: Granted<Self, "account.own">, on: OnDay) {
  const consent = consentOf(cx, personId);
  return {
    onTheWay: standingsAmong(cx, "all", [personId]).length > 0,
    certified: certifiedAmong(cx, on, [personId]).length > 0,
    textVersion: registerTextVersion,
    consent: consent
      ? { address: consent.address, givenAt: consent.givenAt, textVersion: consent.textVersion }
      : null,
  };
}
