import type { Context } from "../acts/context";
import { someSettingFrom } from "../settings/store";
import { nameOfChange } from "./rules";

/** True where a page of any of these tags was changed since it was made, by whichever process. */
export const pagesChangedSince = (cx: Context, tags: readonly string[], since: number): boolean =>
  someSettingFrom(cx, tags.map(nameOfChange), since);
