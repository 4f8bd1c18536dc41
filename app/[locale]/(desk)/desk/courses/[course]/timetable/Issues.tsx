import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Hidden, Submit, TextArea } from "@/app/_ui/form/fields";
import { Notice } from "@/app/_ui/kit/Notice";
import { Toast } from "@/app/_ui/kit/Toast";
import { FirstName } from "@/app/_ui/PersonName";
import { Stamp } from "@/app/_ui/Stamp";
import { Written } from "@/app/_ui/Written";
import { dotBetween } from "@/lib/i18n/rules";
import type { NamedIssue, PlanIssues } from "@/lib/timetable/queries";
import { isAcceptable } from "@/lib/timetable/rules/issues";
import type { Address } from "./asked";
import { AcceptIssueForm, TakeBackForm } from "./issuesForms";
import type { IssueWords } from "./issueWords";

type Words = (issue: NamedIssue) => IssueWords;

/** Where one thing that is open is shown: beside its session, or where a session can be added. */
export const issueAt = (address: Address, issues: readonly NamedIssue[]) => (nth: number) => {
  const issue = issues[nth];
  return issue && address({ show: issue.sessionId ?? "new", week: null, issue: nth + 1 });
};

/** The same with the form open that accepts it. */
const acceptAt = (address: Address, issues: readonly NamedIssue[]) => (nth: number) =>
  `${address({ show: issues[nth]?.sessionId ?? "new", week: null, issue: nth + 1, accept: "open" })}#accept`;

/** Where it is mended, for what no session and no form of the timetable mends; null for all else. */
const elsewhere = (courseId: number, { kind }: NamedIssue): string | null =>
  kind === "without_plan"
    ? `/desk/courses/${courseId}/plans`
    : kind === "too_few"
      ? `/desk/courses/${courseId}#decide`
      : null;

/** Where the focus goes once all of the list was seen. */
export const issuesHead = "issues-head";

/** All that is open in a plan as one list, each line the way to where it is mended; below, what somebody accepted. */
export async function Issues({
  courseId,
  issues: { open, accepted },
  words,
  zone,
  opened,
  address,
}: {
  courseId: number;
  issues: PlanIssues;
  words: Words;
  zone: string;
  /** True where somebody came for the list. */
  opened: boolean;
  address: Address;
}) {
  const t = await getTranslations("issues");
  if (open.length === 0 && accepted.length === 0) return null;
  const [at, toAccept] = [issueAt(address, open), acceptAt(address, open)];
  return (
    <details id="issues" className="card plan-issues print:hidden" open={opened}>
      <summary id={issuesHead} className="min-h-11 content-center font-semibold">
        {t("count", { count: open.length })}
        {accepted.length > 0 ? (
          <span className="quiet font-normal">
            {dotBetween}
            {t("accepted", { count: accepted.length })}
          </span>
        ) : null}
      </summary>
      {open.length > 0 ? (
        <>
          <p className="quiet">
            {t("hint")}{" "}
            <Link href={at(0) ?? ""} scroll={false} prefetch={false} className="min-h-11 content-center">
              {t("step")}
            </Link>
          </p>
          <ol className="grid">
            {open.map((issue, nth) => (
              <li
                key={`${issue.kind} ${issue.about}`}
                className="grid py-2 border-b border-line last:border-b-0"
              >
                <Link
                  href={elsewhere(courseId, issue) ?? at(nth) ?? ""}
                  scroll={elsewhere(courseId, issue) !== null}
                  prefetch={false}
                  className="min-h-11 md:min-h-0 content-center font-semibold"
                >
                  {words(issue).what}
                </Link>
                <Where of={words(issue).where} />
                <Before of={issue.before} />
                {isAcceptable(issue) ? (
                  <Link
                    href={toAccept(nth)}
                    scroll={false}
                    prefetch={false}
                    className="min-h-11 md:min-h-0 content-center justify-self-start"
                  >
                    {t("accept")}
                    <span className="sr-only">: {words(issue).what}</span>
                  </Link>
                ) : null}
              </li>
            ))}
          </ol>
        </>
      ) : null}
      {accepted.length > 0 ? (
        <>
          <h3 className="text-base mt-3">{t("accepted", { count: accepted.length })}</h3>
          <ul className="grid">
            {accepted.map((one) => (
              <AcceptedLine
                key={one.acceptance.id}
                {...one}
                courseId={courseId}
                said={words(one.issue)}
                zone={zone}
              />
            ))}
          </ul>
        </>
      ) : null}
    </details>
  );
}

/** Which session something is of; several are a number that unfolds. */
async function Where({ of }: { of: readonly string[] }) {
  if (of.length === 0) return null;
  if (of.length === 1) return <span className="quiet">{of[0]}</span>;
  const t = await getTranslations("issues");
  return (
    <details>
      <summary className="min-h-11 md:min-h-0 content-center quiet">
        {t("sessions", { count: of.length })}
      </summary>
      <ul>
        {of.map((session) => (
          <li key={session} className="quiet">
            {session}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** That something was accepted before it changed, by whom and why; nothing where it was not. */
async function Before({ of }: { of: NamedIssue["before"] }) {
  if (!of) return null;
  const t = await getTranslations("issues");
  return (
    <p className="quiet">
      {t("acceptedBefore")}{" "}
      {of.by ? (
        <>
          <FirstName of={of.by} />
          {dotBetween}
        </>
      ) : null}
      <Written>{of.reason}</Written>
    </p>
  );
}

/** What somebody accepted, why and when, with the way to take that back. */
async function AcceptedLine({
  courseId,
  acceptance: { id, reason, by, at },
  said,
  zone,
}: PlanIssues["accepted"][number] & { courseId: number; said: IssueWords; zone: string }) {
  const t = await getTranslations("issues");
  return (
    <li className="grid gap-1 py-2 border-b border-line last:border-b-0">
      <p>{said.what}</p>
      <Where of={said.where} />
      <p>
        <Written>{reason}</Written>
      </p>
      <p className="quiet">
        {by ? (
          <>
            <FirstName of={by} />
            {dotBetween}
          </>
        ) : null}
        <Stamp at={at} zone={zone} />
      </p>
      <TakeBackForm className="grid gap-2" label={t("takeBackOf", { what: said.what })}>
        <Hidden name="courseId" value={courseId} />
        <Hidden name="acceptanceId" value={id} />
        <div>
          <Submit tone="quiet" busy={t("saving")}>
            {t("takeBack")}
          </Submit>
        </div>
      </TakeBackForm>
    </li>
  );
}

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
      {t("acceptedNow", { what: words(one.issue).what })}{" "}
      {t(last ? "allSeen" : "stillOpen", { count: open.length })}
    </Toast>
  );
}

/** One thing that is open, beside its session: what it is, and the form that accepts it where that is possible. */
export async function IssueNotice({
  courseId,
  issue,
  said,
  accepts,
  view,
}: {
  courseId: number;
  issue: NamedIssue;
  said: IssueWords;
  /** True where somebody came to accept it. */
  accepts: boolean;
  /** How the timetable is shown, which stays so; null as it usually is. */
  view: string | null;
}): Promise<ReactNode> {
  const t = await getTranslations("issues");
  const step = await getTranslations("courseTable.step");
  const there = elsewhere(courseId, issue);
  return (
    <div className="grid gap-2">
      <Notice tone="attention">
        <p>{said.what}</p>
        {there ? (
          <Link href={there} prefetch={false} className="min-h-11 md:min-h-0 content-center">
            {step(issue.kind === "too_few" ? "go" : "plans")}
          </Link>
        ) : null}
        {said.where.length > 1 ? <Where of={said.where} /> : null}
        <Before of={issue.before} />
      </Notice>
      {isAcceptable(issue) ? (
        <details id="accept" open={accepts}>
          <summary className="min-h-11 content-center font-semibold">{t("accept")}</summary>
          <AcceptIssueForm className="grid gap-4 mt-2" label={t("accept")}>
            <p className="quiet">{t("acceptHint")}</p>
            <Hidden name="courseId" value={courseId} />
            <Hidden name="kind" value={issue.kind} />
            <Hidden name="about" value={issue.about} />
            {view ? <Hidden name="view" value={view} /> : null}
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
