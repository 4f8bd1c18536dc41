export { type ViewList, viewLists } from "../../db/values/views";

/** So many letters a tab has room for. */
export const longestName = 60;

/** So many views of one list somebody may have. */
export const mostViews = 30;
