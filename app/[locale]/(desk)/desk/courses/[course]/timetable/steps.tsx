import { getTranslations } from "next-intl/server";
import type { Course } from "@/lib/courses/queries";
import type { NamedIssue } from "@/lib/timetable/queries";
import type { Address, Said } from "./asked";
import { IssueNotice, issueAt } from "./Issues";
import type { IssueWords } from "./issueWords";
import type { Step } from "./Panel";

/** What of a plan somebody steps through stands in the panel, as the address says it; null where it is none, or another session's. */
export async function stepOf({
  course,
  issues,
  said,
  words,
  address,
}: {
  course: Course;
  issues: readonly NamedIssue[];
  said: Said;
  words: (issue: NamedIssue) => IssueWords;
  address: Address;
}): Promise<Step | null> {
  const nth = (said.issue ?? 0) - 1;
  const issue = issues[nth];
  if (!issue || String(issue.sessionId ?? "new") !== said.show) return null;
  const t = await getTranslations("issues");
  const at = issueAt(address, issues);
  return {
    place: t("place", { place: nth + 1, total: issues.length }),
    what: words(issue).what,
    notice: (
      <IssueNotice
        courseId={course.id}
        issue={issue}
        said={words(issue)}
        accepts={said.accept !== null}
        view={said.view}
      />
    ),
    previous: at(nth - 1),
    next: at(nth + 1),
  };
}
