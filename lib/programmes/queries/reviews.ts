import type { Granted, Reach } from "../../access/granted";
import type { Context } from "../../acts/context";
import { reviewIsDue } from "../rules/reviews";
import type { ProgrammeRow } from "../store";
import { programmeDays } from "../store/days";
import { lastReview, programmesReviewed } from "../store/reviews";

/** So many are named at once; what is done makes room for the next ones. */
const mostNamed = 10;

/** The programmes whose roles somebody should look through; not those that have ended. */
export function reviewsDue(cx: Context, { programmes }: Granted<Reach, "programmes.edit">) {
  const days = programmeDays(cx);
  return programmesReviewed(cx, programmes)
    .filter((programme) => reviewIsDue(programme, (at) => days.of(programme.id, at)))
    .slice(0, mostNamed)
    .map(({ id, title }) => ({ id, title }));
}

/** When the roles of a programme were looked through last, by whom, and whether it is due again. */
export function reviewOf(cx: Context, programme: Granted<ProgrammeRow, "programmes.read">) {
  const days = programmeDays(cx);
  const last = lastReview(cx, programme.id) ?? null;
  return {
    last,
    due: reviewIsDue({ ...programme, reviewedAt: last?.at ?? null }, (at) => days.of(programme.id, at)),
  };
}
