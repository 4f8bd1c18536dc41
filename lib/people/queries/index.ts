import type { Granted, Reach, Self } from "../../access/gate";
import { type Programmes, programmesAskedFor } from "../../access/table";
import { asksPassword, phoneAwaited } from "../../accounts/queries";
import { accountRowOf, isAdministrator } from "../../accounts/store";
import { hasIdentity } from "../../accounts/store/identities";
import type { Context } from "../../acts/context";
import { modulesCompletedBy } from "../../certificates/store/ofPerson";
import { linesOf } from "../../courses/store/lists";
import { certifiedIn, withTools } from "../../courses/store/rows";
import { coursesTaughtBy, teachesBeyond } from "../../courses/store/taught";
import { displayPhone } from "../../phone/phone";
import { holdsRoleBeyond, rolesOf } from "../../programmes/store/roles";
import { registeredThemselvesIn, takesPartBeyond } from "../../registrations/store/ofPerson";
import { taughtAs } from "../../timetable/store/taughtAs";
import { mayInvite, readAfter } from "../rules";
import { type PersonRow, personRow } from "../store";
import { someFactsSaidTo } from "../store/facts";
import { firstKnownIn } from "../store/known";
import { keysFound, keysInOrder, keysOfOrganisation, peopleInList } from "../store/list";
import { organisationName, organisationNamed, publicOrganisations } from "../store/organisations";

/** A person of the viewer's programmes. */
type Known = Granted<PersonRow, "people.read"> | Granted<PersonRow, "people.edit">;

/**
 * True where this person holds something that a coordinator of these programmes could not give: administration, or a role,
 * a course to train or a registration in another programme. Whoever signs in as them would get it.
 */
export const holdsBeyond = (cx: Context, { id }: Known, programmes: Programmes): boolean =>
  programmes !== "all" &&
  (isAdministrator(cx, id) ||
    holdsRoleBeyond(cx, id, programmes) ||
    takesPartBeyond(cx, id, programmes) ||
    teachesBeyond(cx, id, programmes));

/**
 * True where the person is of these programmes by more than a coordinator's act: they registered themselves there, or were
 * known there first.
 */
export const cameHere = (cx: Context, { id }: Known, programmes: Programmes): boolean =>
  programmes === "all" ||
  programmes.includes(firstKnownIn(cx, id) ?? -1) ||
  registeredThemselvesIn(cx, id, programmes);

const pageSize = 50;

/**
 * People within a reach, by name, a page at a time. `more`: the search finds more than it looks at, and those shown are not
 * the first of all.
 */
export function peopleList(
  cx: Context,
  reach: Granted<Reach, "people.read">,
  filter: {
    q: string | null;
    programme: number | null;
    after: string | null;
    organisation?: number | null;
    /** True from the last name to the first. */
    backwards?: boolean;
  },
) {
  const of = programmesAskedFor(reach.programmes, filter.programme);
  if (of.length === 0) return { people: [], next: null, more: false };
  const after = readAfter(filter.after, filter.backwards);
  const most = pageSize + 1;
  const organisation = filter.organisation ?? null;
  const { keys, more } =
    organisation !== null
      ? { keys: keysOfOrganisation(cx, organisation, filter.q, of, after, most), more: false }
      : filter.q
        ? keysFound(cx, filter.q, of, after, most)
        : { keys: keysInOrder(cx, of, after, most), more: false };
  const ids = keys.slice(0, pageSize).map(({ id }) => id);
  const rows = new Map(peopleInList(cx, ids).map((row) => [row.id, row]));
  const page = ids.flatMap((id) => rows.get(id) ?? []);
  const last = page.at(-1);
  return {
    people: page.map((p) => ({ ...p, phone: p.phone && displayPhone(p.phone) })),
    next: keys.length > pageSize && last ? `${last.sortName}_${last.id}` : null,
    more,
  };
}

/** A person's own words of themselves, for a form. */
const profileOf = (cx: Context, person: PersonRow) => ({
  id: person.id,
  name: person.name,
  latinName: person.latinName,
  email: person.email,
  phone: person.phone,
  language: person.language,
  organisation: organisationName(cx, person.organisationId),
  position: person.position,
  country: person.country,
  governorate: person.governorate,
  version: person.version,
});

/** What whoever is signed in says of themselves, and whether they have a password. */
export const ownProfile = (cx: Context, { personId }: Granted<Self, "account.own">) => ({
  ...profileOf(cx, personRow(cx, personId)!),
  hasPassword: Boolean(accountRowOf(cx, personId)?.passwordHash),
});

/** The courses that somebody trains or trained, the newest first, each with its tools and how many it certified. */
function taughtBy(cx: Context, personId: number) {
  const rows = withTools(cx, linesOf(cx, coursesTaughtBy(cx, personId)));
  const certified = certifiedIn(
    cx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, certified: certified.get(row.id) ?? 0 }));
}

/** One person, for a coordinator: who they are, their account, roles, courses they train, modules they know. */
export function personPage(
  cx: Context,
  person: Granted<PersonRow, "people.read">,
  { programmes }: Granted<Reach, "people.read">,
) {
  const account = accountRowOf(cx, person.id);
  const trains = taughtBy(cx, person.id);
  const beyond = holdsBeyond(cx, person, programmes);
  const ways = {
    hasPassword: Boolean(account?.passwordHash),
    /** An OpenID Connect issuer vouches for the account. */
    hasIdentity: account !== undefined && hasIdentity(cx, account.id),
    /** Holds more than the viewer may give: a link to sign in as them is for an administrator to make. */
    beyond,
  };
  return {
    ...profileOf(cx, person),
    ...ways,
    organisationId: person.organisationId,
    fictional: person.fictional,
    accountId: account?.id ?? null,
    lastSignInAt: account?.lastSignInAt ?? null,
    administrator: account?.isAdministrator ?? null,
    /** What lets somebody into their account asks for the viewer's own password. */
    asksPassword:
      asksPassword(cx) && (account?.isAdministrator === true || rolesOf(cx, person.id).length > 0),
    hasSensitive: someFactsSaidTo(cx, person.id, programmes),
    mayInvite: mayInvite(ways, programmes === "all"),
    /** A code can be made for them: never for oneself, and for nobody who holds more than the viewer may give. */
    mayHaveCode:
      person.id !== cx.viewer.personId && !beyond && Boolean(account ?? person.phone ?? person.email),
    phoneProven: account !== undefined && account.phoneProvenAt !== null,
    awaited: account ? phoneAwaited(cx, account.id) : null,
    roles: rolesOf(cx, person.id),
    trains,
    taughtAs: taughtAs(cx, [person.id]).get(person.id) ?? null,
    ledger: modulesCompletedBy(cx, person.id),
  };
}
export type PersonPage = ReturnType<typeof personPage>;

/** The organisation of a country that these words name, in any spelling, as it is called; null where they name none. */
export const organisationMeant = (cx: Context, said: string | null, country: string): string | null =>
  said ? organisationName(cx, organisationNamed(cx, said, country) ?? null) : null;

/** Names of organisations in a country that the public already sees in courses; a form proposes them. */
export const organisationNames = (cx: Context, country: string): string[] => publicOrganisations(cx, country);

export { organisationList, organisationPage } from "./organisations";
