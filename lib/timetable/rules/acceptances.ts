import { type Issue, isAcceptable } from "./issues";

/** What somebody accepted: of which kind, and what exactly. */
type Accepted = { kind: string; about: string };

/** Parts what is open into what nobody accepted and what was, each with its acceptance; one about anything else no longer holds. */
export function partAccepted<A extends Accepted>(
  issues: readonly Issue[],
  acceptances: readonly A[],
): { open: Issue[]; accepted: { issue: Issue; acceptance: A }[] } {
  const as = (issue: Issue, what: string) =>
    acceptances.find(({ kind, about }) => kind === issue.kind && about === what);
  const of = (issue: Issue) => {
    if (!isAcceptable(issue)) return undefined;
    const whole = as(issue, issue.about);
    if (whole || !("each" in issue)) return whole;
    const each = issue.each.map((one) => as(issue, one));
    return each.every(Boolean) ? each.at(-1) : undefined;
  };
  return {
    open: issues.filter((issue) => of(issue) === undefined),
    accepted: issues.flatMap((issue) => {
      const acceptance = of(issue);
      return acceptance ? [{ issue, acceptance }] : [];
    }),
  };
}
