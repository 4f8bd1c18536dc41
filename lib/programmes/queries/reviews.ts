import type { Granted, Reach } from "../../access/granted";
import type { Context } from "../../acts/context";
import { dayAt } from "../../time/zone";
import { reviewIsDue } from "../rules/reviews";
import type { ProgrammeRow } from "../store";
import { lastReview, programmesReviewed } from "../store/reviews";

/** So many are named at once; what is done makes room for the next ones. */
const mostNamed = 10;

/** The programmes whose roles somebody should look through, by short name; not those that have ended. */
export const reviewsDue = (cx: Context, { programmes }: Granted<Reach, "programmes.edit">) =>
  programmesReviewed(cx, programmes)
    .filter((programme) => reviewIsDue(programme, dayAt(cx.now, "UTC")))
    .slice(0, mostNamed)
    .map(({ id, code }) => ({ id, code }));

/** When the roles of a programme were looked through last, by whom, and whether it is due again. */
export function reviewOf(cx: Context, programme: Granted<ProgrammeRow, "programmes.read">) {
  const last = lastReview(cx, programme.id) ?? null;
  return { last, due: reviewIsDue({ ...programme, reviewedAt: last?.at ?? null }, dayAt(cx.now, "UTC")) };
}
