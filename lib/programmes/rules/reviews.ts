import { addMonths, dayAt } from "../../time/zone";

/** So many months after the last time, or the programme's start, its roles are to be looked through. */
const monthsBetween = 6;

/**
 * True where somebody should look through who has a role in a programme: six months after it was done last, else after the
 * programme began, as long as it goes on. Instants in ms; days are civil, of UTC.
 */
export function reviewIsDue(
  programme: {
    startsOn: string | null;
    endsOn: string | null;
    createdAt: number;
    reviewedAt: number | null;
  },
  today: string,
): boolean {
  const { startsOn, endsOn, createdAt, reviewedAt } = programme;
  if (endsOn !== null && endsOn < today) return false;
  const created = dayAt(createdAt, "UTC");
  // What began long before it was entered here was looked through as it was entered.
  const since =
    reviewedAt === null ? [startsOn ?? created, created].sort().at(-1)! : dayAt(reviewedAt, "UTC");
  return addMonths(since, monthsBetween) <= today;
}
