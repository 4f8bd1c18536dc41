import { type Criterion, criteria, type Rubric } from "../../../db/values/stages";
import type { Gates } from "./gates";

export { type Criterion, criteria, type Rubric };

/** The least and the most that a criterion is given, in points. */
export const leastPoints = 1;
export const mostPoints = 5;

/** Which of a criterion's descriptions belongs to so many points. */
export const described = [
  [1, "low"],
  [3, "middle"],
  [5, "high"],
] as const;

/** Points by criterion in the order in which they are kept. */
export const pointsOf = (said: Readonly<Record<Criterion, number>>): number[] =>
  criteria.map((criterion) => said[criterion]);

/** The criteria below the least that a programme asks for in each. */
export const belowIn = ({ points }: Pick<Rubric, "points">, least: number): Criterion[] =>
  criteria.filter((_, at) => (points[at] ?? 0) < least);

/** The least of a rubric's points. */
export const lowestOf = ({ points }: Pick<Rubric, "points">): number => Math.min(...points);

/** True where an observation reaches what a programme asks for: in its mean (tenths of a point), and in each criterion. */
export const reaches = (
  { mean, lowest }: { mean: number; lowest: number },
  { passMark, criterionMinimum }: Pick<Gates, "passMark" | "criterionMinimum">,
): boolean => mean >= passMark && lowest >= criterionMinimum;

/** In how many criteria two observers of one workshop are within a point of each other. */
export const agreementOf = (a: Pick<Rubric, "points">, b: Pick<Rubric, "points">): number =>
  criteria.filter((_, at) => Math.abs((a.points[at] ?? 0) - (b.points[at] ?? 0)) <= 1).length;
