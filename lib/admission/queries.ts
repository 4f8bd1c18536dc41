import { isProven } from "../accounts/rules";
import { accountRow } from "../accounts/store";
import type { Context } from "../acts/context";
import type { CourseRow } from "../courses/store";
import { keyedHash } from "../crypto/tokens";
import { networkOf } from "../limits/rules";
import { claimedFrom } from "../registrations/store/places";
import { addressWindowMs, admit, tooManyFromAddress } from "./rules";

/** True where the viewer is signed in and a contact of the account is proven, or came in by what somebody handed over. */
export function isContactProven(cx: Context): boolean {
  const account = cx.viewer.accountId === null ? undefined : accountRow(cx, cx.viewer.accountId);
  return account !== undefined && (isProven(account) || account.invitedAt !== null);
}

/** What is kept for an hour of the address that an unproven contact registers from. */
export const addressKeyOf = (cx: Context, courseId: number, address: string): string =>
  keyedHash(cx.settings.key, `${courseId} ${networkOf(address, 56)}`);

/** What somebody who registers or comes back gets now. `addressKey` is null where the contact is proven. */
export function placeFor(
  cx: Context,
  course: Pick<CourseRow, "id" | "admission" | "capacity">,
  places: { seatsTaken: number; waiting: number },
  addressKey: string | null,
): "accepted" | "waiting" | "applied" | "to_confirm" {
  if (addressKey !== null && course.admission === "first_come") {
    const claimed = claimedFrom(cx, course.id, addressKey, cx.now - addressWindowMs);
    if (tooManyFromAddress(course, claimed)) return "to_confirm";
  }
  return admit(course, places.seatsTaken, places.waiting);
}
