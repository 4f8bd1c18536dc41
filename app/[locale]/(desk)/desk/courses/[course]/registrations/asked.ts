import type * as z from "zod";
import { key, keys, oneOf, pageKey, pageKeyOf, query } from "@/app/_server/asked";
import { addressWith } from "@/app/_ui/kit/address";
import type { GrantedCourse } from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import {
  courseRegistrations,
  lastSeen,
  matchingRegistrations,
  organisationsInCourse,
  sameContacts,
} from "@/lib/registrations/queries";
import { registrationOrders, registrationShares, registrationSources } from "@/lib/registrations/rules";

/** What the list can be narrowed by and how it is ordered, as its address says it. */
export const filters = {
  q: query,
  state: oneOf(registrationShares),
  organisation: key,
  source: oneOf(registrationSources),
  sort: oneOf(registrationOrders),
};

/** What the address says besides: where the page begins, whom the panel shows, what was just done. */
export const others = {
  after: pageKey("registrations"),
  show: key,
  decided: key,
  undone: key,
  left: keys,
  tick: oneOf(["page", "all"]),
  deleted: key,
};

type Fields = typeof filters & typeof others;
export type Said = { [Name in keyof Fields]: z.output<Fields[Name]> };

/** The list that an address asks for: its page, all that match, and the addresses of what stands beside it. */
export function listed(cx: Context, course: GrantedCourse<"registrations.read">, said: Said) {
  const { q, state, source, sort } = said;
  const organisations = organisationsInCourse(cx, course);
  // One that nobody of the course is of is no filter, and is said to be passed over.
  const organisation = organisations.all.find(({ id }) => id === said.organisation)?.id ?? null;
  const order = sort ?? "state";
  const [keyOrder, at] = said.after.at?.split(/~(.*)/s) ?? [];
  // A page of another order of this list begins anew, without a word: whoever sorts means that.
  const after = keyOrder === order ? (at ?? null) : null;
  // Before the rows are read: what happens meanwhile counts as not seen.
  const seen = lastSeen(cx, course);
  const filter = { q: q.q, state, organisation, source, order, after };
  const found = courseRegistrations(cx, course, filter);
  const rows = q.fault ? [] : found.rows;
  const whole = found.next === null && after === null;
  const matching = whole
    ? rows.map((row) => ({ id: row.id, state: row.state, organisation: row.organisationId }))
    : matchingRegistrations(cx, course, filter);
  const base = `/desk/courses/${course.id}/registrations`;
  const narrowed = {
    q: q.typed || null,
    state,
    organisation: organisation === null ? null : String(organisation),
    source,
    sort: sort === "state" ? null : sort,
  };
  const here = {
    ...narrowed,
    after: after === null ? null : pageKeyOf("registrations", `${order}~${after}`),
  };
  return {
    base,
    seen,
    rows,
    counts: found.counts,
    tickable: matching.map((row) => ({ ...row, id: String(row.id) })),
    organisations,
    /** Who shares a phone or an e-mail address with whom. */
    same: sameContacts(cx, course),
    /** What the address says of the list, without its page. */
    narrowed,
    /** The address of the list as it is. */
    here: addressWith(base, here),
    showing: (id: number) => addressWith(base, { ...here, show: String(id) }),
    ticking: (tick: "page" | "all") => addressWith(base, { ...here, tick }),
    next:
      found.next === null
        ? null
        : addressWith(base, { ...narrowed, after: pageKeyOf("registrations", `${order}~${found.next}`) }),
    whole,
  };
}

export type Listed = ReturnType<typeof listed>;
