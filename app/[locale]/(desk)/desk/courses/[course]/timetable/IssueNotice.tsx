import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Hidden, Submit, TextArea } from "@/app/_ui/form/fields";
import { Notice } from "@/app/_ui/kit/Notice";
import { Toast } from "@/app/_ui/kit/Toast";
import type { NamedIssue, PlanIssues } from "@/lib/timetable/queries";
import { isAcceptable } from "@/lib/timetable/rules/issues";
import type { Said } from "./asked";
import { Before, mendedElsewhere, Where, type Words } from "./Issues";
import { AcceptIssueForm } from "./issuesForms";
import type { IssueWords } from "./issueWords";

/** What was accepted just now, and how much is still open; after the last of the list, that all of it was seen. */
export async function AcceptedToast({
  of,
  issues: { open, accepted },
  words,
  last,
}: {
  /** The key of its acceptance. */
  of: number;
  issues: PlanIssues;
  words: Words;
  last: boolean;
}) {
  const t = await getTranslations("issues");
  const one = accepted.find(({ acceptance }) => acceptance.id === of);
  if (!one) return null;
  return (
    <Toast of={`accepted ${of}`}>
      {t("acceptedNow", { what: words(one.issue).what })} <StillOpen count={open.length} last={last} />
    </Toast>
  );
}

/** How much is still open; after the last of the list, that all of it was seen. */
export async function StillOpen({ count, last }: { count: number; last: boolean }) {
  return (await getTranslations("issues"))(last ? "allSeen" : "stillOpen", { count });
}

/** One thing that is open, beside its session: what it is, and the form that accepts it where that is possible. */
export async function IssueNotice({
  courseId,
  issue,
  said,
  titled,
  accepts,
  kept,
  list,
  along,
}: {
  courseId: number;
  issue: NamedIssue;
  said: IssueWords;
  /** True where what it is stands above as the title. */
  titled: boolean;
  /** True where somebody came to accept it. */
  accepts: boolean;
  /** How the timetable is shown and that somebody goes through all courses of the programme, which stays so. */
  kept: Pick<Said, "view" | "along">;
  /** The way back to the list, after the last of it. */
  list: string | null;
  /** After the last of it, the way on to the next course of the programme. */
  along: ReactNode;
}): Promise<ReactNode> {
  const t = await getTranslations("issues");
  const there = mendedElsewhere(courseId, issue);
  return (
    <div className="grid gap-2">
      <Notice tone="attention">
        {titled ? null : <p>{said.what}</p>}
        {there ? (
          <Link href={there.path} prefetch={false} className="min-h-11 md:min-h-0 content-center">
            {t(`to.${there.of}`)}
          </Link>
        ) : null}
        {said.where.length > 1 ? <Where of={said.where} /> : null}
        <Before of={issue.before} />
      </Notice>
      {list ? (
        <p className="quiet">
          {t("last")}{" "}
          <Link href={list} scroll={false} prefetch={false} className="min-h-11 md:min-h-0 content-center">
            {t("toList")}
          </Link>
        </p>
      ) : null}
      {along}
      {isAcceptable(issue) ? (
        <details id="accept" open={accepts}>
          <summary className="min-h-11 content-center font-semibold">{t("accept")}</summary>
          <AcceptIssueForm className="grid gap-4 mt-2" label={t("accept")}>
            <p className="quiet">{t("acceptHint")}</p>
            <Hidden name="courseId" value={courseId} />
            <Hidden name="kind" value={issue.kind} />
            <Hidden name="word" value={issue.word} />
            {kept.view ? <Hidden name="view" value={kept.view} /> : null}
            {kept.along ? <Hidden name="along" value={kept.along} /> : null}
            <TextArea name="reason" label={t("reason")} />
            <div>
              <Submit tone="quiet" busy={t("saving")}>
                {t("acceptNow")}
              </Submit>
            </div>
          </AcceptIssueForm>
        </details>
      ) : null}
    </div>
  );
}
