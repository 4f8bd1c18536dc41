import { change } from "../acts/command";
import type { Context } from "../acts/context";
import { searchAgain } from "../courses/commands/search";
import { allCourseKeys } from "../courses/store/taught";
import { keyedHash } from "../crypto/tokens";
import { nameFormVersion } from "../names/rules";
import { namePeopleAgain } from "../people/store";
import { nameOrganisationsAgain } from "../people/store/organisations";
import { keepSettings, settingOf } from "../settings/store";

/** By which form and with which key what is kept of names and contacts was made. */
const formNow = (cx: Context) => `${nameFormVersion}:${keyedHash(cx.settings.key, "names").slice(0, 8)}`;

const isCurrent = (cx: Context) => settingOf(cx, "names") === formNow(cx);

/**
 * Makes anew what is kept of names and contacts (normal form, order, what a contact is found by), where an older form or
 * another key made it: after an upgrade, once. All of it or nothing; of processes that start together one does it. A usual
 * start reads one row.
 */
export function fillNames(cx: Context): void {
  if (isCurrent(cx)) return;
  change(cx, () => {
    if (isCurrent(cx)) return;
    nameOrganisationsAgain(cx);
    for (const courseId of allCourseKeys(cx)) searchAgain(cx, courseId);
    namePeopleAgain(cx);
    keepSettings(cx, ["names"], formNow(cx));
  });
}
