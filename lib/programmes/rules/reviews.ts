import { addMonths } from "../../time/zone";

/** So many months after the last time, or the programme's start, its roles are to be looked through. */
const monthsBetween = 6;

/**
 * True where somebody should look through who has a role in a programme: six months after it was done last, else after the
 * programme began, as long as it goes on. Instants in ms.
 * @param dayOf the civil day in the programme now, or at an instant.
 */
export function reviewIsDue(
  programme: {
    startsOn: string | null;
    endsOn: string | null;
    createdAt: number;
    reviewedAt: number | null;
  },
  dayOf: (instant?: number) => string,
): boolean {
  const { startsOn, endsOn, createdAt, reviewedAt } = programme;
  const today = dayOf();
  if (endsOn !== null && endsOn < today) return false;
  const created = dayOf(createdAt);
  // What began long before it was entered here was looked through as it was entered.
  const since = reviewedAt === null ? [startsOn ?? created, created].sort().at(-1)! : dayOf(reviewedAt);
  return addMonths(since, monthsBetween) <= today;
}
