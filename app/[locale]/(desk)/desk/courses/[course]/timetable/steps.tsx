import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { Course } from "@/lib/courses/queries";
import type { NamedIssue } from "@/lib/timetable/queries";
import { nextOpen, steppedWord } from "@/lib/timetable/rules/stepping";
import type { Address, Said } from "./asked";
import { IssueNotice } from "./IssueNotice";
import { issueAt, mendedElsewhere } from "./Issues";
import type { IssueWords } from "./issueWords";
import type { Step } from "./Panel";

/**
 * Which of what is open stands in the panel, as the address says it (0 being the first): what was asked for, or, after a change,
 * what is open next. Null where it is none, or another session's; past the end where all of it was seen.
 */
export function placeIn(
  issues: readonly NamedIssue[],
  { issue, after, show }: Pick<Said, "issue" | "after" | "show">,
): number | null {
  if (issue === null) return null;
  if (after !== null && show === null) return nextOpen(issues, issue - 1, after);
  const there = issues[issue - 1];
  return there && String(there.sessionId ?? "new") === show ? issue - 1 : null;
}

/** What of a plan somebody steps through stands in the panel; null where it is none. */
export async function stepOf({
  course,
  issues,
  nth,
  said,
  words,
  address,
  along,
}: {
  course: Course;
  issues: readonly NamedIssue[];
  /** Which of them (`placeIn`). */
  nth: number | null;
  said: Said;
  words: (issue: NamedIssue) => IssueWords;
  address: Address;
  /** The way on to the next course of the programme. */
  along: ReactNode;
}): Promise<Step | null> {
  const issue = nth === null ? undefined : issues[nth];
  if (nth === null || !issue) return null;
  const t = await getTranslations("issues");
  const at = issueAt(address, issues);
  const mendedHere = mendedElsewhere(course.id, issue) === null;
  return {
    place: t("place", { place: nth + 1, total: issues.length }),
    what: words(issue).what,
    stepped: steppedWord(nth + 1, issue, said.along !== null),
    mendedHere,
    notice: (
      <IssueNotice
        courseId={course.id}
        issue={issue}
        said={words(issue)}
        titled={issue.sessionId === null && !mendedHere}
        accepts={said.accept !== null}
        kept={said}
        along={nth === issues.length - 1 ? along : null}
        list={nth === issues.length - 1 ? `${address({ issues: "open" })}#issues` : null}
      />
    ),
    previous: at(nth - 1),
    next: at(nth + 1),
  };
}
