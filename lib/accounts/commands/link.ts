import type { Context } from "../../acts/context";
import { endLinks, insertLink } from "../store/links";

/**
 * Keeps a link that signs in once, and ends every older one of the account. Within the open transaction.
 * @returns the address of the page that signs in.
 */
export function newLink(cx: Context, link: Parameters<typeof insertLink>[1]): string {
  endLinks(cx, link.accountId);
  insertLink(cx, link);
  return `${cx.settings.publicUrl}/sign-in/link?token=${link.token}`;
}
