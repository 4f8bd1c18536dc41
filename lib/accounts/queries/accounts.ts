import type { Anywhere, Granted } from "../../access/granted";
import { rolesOn } from "../../access/rules";
import type { Context } from "../../acts/context";
import { mostFound } from "../../names/rules";
import { readAfter } from "../../people/rules";
import { keysFound } from "../../people/store/list";
import { displayPhone } from "../../phone/phone";
import { roleDays } from "../../programmes/store/days";
import { rolesHeld, rolesOf } from "../../programmes/store/roles";
import { signInEndsAt, stayOf } from "../rules/signIns";
import { type AccountFilter, accountState } from "../rules/states";
import type { AccountRow } from "../store";
import { hasIdentity } from "../store/identities";
import {
  accountInList,
  accountsBefore,
  accountsOfPeople,
  administrators,
  linkHoldsUntil,
} from "../store/list";
import { signInsOf } from "../store/signIns";

const pageSize = 50;

type Row = ReturnType<typeof accountsBefore>[number];

/** An account with its state and what its owner is somewhere, now. */
function shown(cx: Context, { invited, ...row }: Row) {
  const held = rolesHeld(cx.db).all({ personId: row.personId });
  const { coordinates, trains } = rolesOn(held, roleDays(cx, held));
  return {
    ...row,
    phone: row.phone && displayPhone(row.phone),
    state: accountState({ ...row, invited }),
    coordinates: coordinates.length > 0,
    trains: trains.length > 0,
  };
}
export type ListedAccount = ReturnType<typeof shown>;

/**
 * The accounts of this Cascade that fit what is chosen, from the newest on, a page at a time; with a search those of the people it finds, by name.
 * `more`: it finds more than it looks at.
 */
export function accountList(
  cx: Context,
  _all: Granted<Anywhere, "accounts.edit">,
  { q, before, ...filter }: { q: string | null; before: number | null } & AccountFilter,
): { accounts: ListedAccount[]; next: number | null; more: boolean } {
  if (q) {
    const { keys, more } = keysFound(cx, q, "all", readAfter(null), mostFound + 1);
    const ids = keys.slice(0, mostFound).map(({ id }) => id);
    const rows = new Map(accountsOfPeople(cx, ids, filter).map((row) => [row.personId, row]));
    const found = ids.flatMap((id) => rows.get(id) ?? []);
    return {
      accounts: found.map((row) => shown(cx, row)),
      next: null,
      more,
    };
  }
  const rows = accountsBefore(cx, before, pageSize + 1, filter);
  const page = rows.slice(0, pageSize);
  return {
    accounts: page.map((row) => shown(cx, row)),
    next: rows.length > pageSize ? page.at(-1)!.id : null,
    more: false,
  };
}

/** One account: its state, its owner's roles, where they are signed in, until when a link holds. */
export function accountPage(cx: Context, account: Granted<AccountRow, "accounts.edit">) {
  const row = shown(cx, accountInList(cx, account.id)!);
  const stay = stayOf({
    administrator: row.administrator,
    coordinates: row.coordinates ? [1] : [],
    trains: row.trains ? [1] : [],
  });
  return {
    ...row,
    own: account.id === cx.viewer.accountId,
    issuer: hasIdentity(cx, account.id),
    roles: rolesOf(cx, account.personId),
    signIns: signInsOf(cx, account.id).filter((used) => signInEndsAt(used, stay) > cx.now),
    linkUntil: linkHoldsUntil(cx, account.id),
  };
}
export type AccountPage = ReturnType<typeof accountPage>;

/** Accounts for the operator's list: all administrators, or the newest of all. */
export const accountsForOperator = (
  cx: Context,
  onlyAdministrators: boolean,
  most: number,
): ListedAccount[] =>
  (onlyAdministrators ? administrators(cx) : accountsBefore(cx, null, most)).map((row) => shown(cx, row));
