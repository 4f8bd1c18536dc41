import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { FirstName } from "@/app/_ui/PersonName";
import { Stamp } from "@/app/_ui/Stamp";
import { Written } from "@/app/_ui/Written";
import { dotBetween } from "@/lib/i18n/rules";
import type { NamedIssue, PlanIssues } from "@/lib/timetable/queries";
import { isAcceptable } from "@/lib/timetable/rules/issues";
import type { Address } from "./asked";
import { TakeBackForm } from "./issuesForms";
import type { IssueWords } from "./issueWords";

export type Words = (issue: NamedIssue) => IssueWords;

/** Where one thing that is open is shown: beside its session, or where a session can be added. */
export const issueAt = (address: Address, issues: readonly NamedIssue[]) => (nth: number) => {
  const issue = issues[nth];
  return issue && address({ show: issue.sessionId ?? "new", week: null, issue: nth + 1 });
};

/** The same with the form open that accepts it. */
const acceptAt = (address: Address, issues: readonly NamedIssue[]) => (nth: number) =>
  `${address({ show: issues[nth]?.sessionId ?? "new", week: null, issue: nth + 1, accept: "open" })}#accept`;

/** Where it is mended, for what no session and no form of the timetable mends; null for all else. */
export function mendedElsewhere(
  courseId: number,
  { kind }: NamedIssue,
): { path: string; of: "plans" | "requests" | "groups" | "decision" } | null {
  const at = `/desk/courses/${courseId}`;
  if (kind === "without_plan") return { path: `${at}/plans`, of: "plans" };
  if (kind === "unanswered" || kind === "asked_twice")
    return { path: `${at}/trainers#asked`, of: "requests" };
  if (kind === "without_group" || kind === "empty_group") return { path: `${at}/groups`, of: "groups" };
  return kind === "too_few" ? { path: `${at}#decide`, of: "decision" } : null;
}

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
  const room = await getTranslations("giveRoom");
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
            <Link
              href={at(0) ?? ""}
              scroll={false}
              prefetch={false}
              className="inline-flex items-center min-h-11"
            >
              {t("step")}
            </Link>
          </p>
          <ol className="grid">
            {open.map((issue, nth) => (
              <li key={issue.word} className="grid py-2 border-b border-line last:border-b-0">
                <Link
                  href={mendedElsewhere(courseId, issue)?.path ?? at(nth) ?? ""}
                  scroll={mendedElsewhere(courseId, issue) !== null}
                  prefetch={false}
                  className="min-h-11 md:min-h-0 content-center font-semibold"
                >
                  {words(issue).what}
                </Link>
                <Where of={words(issue).where} />
                <Before of={issue.before} />
                {issue.kind === "no_room" && issue.sessionIds.length > 1 ? (
                  <Link
                    href={`${address({ room: "open" })}#give-room`}
                    scroll={false}
                    prefetch={false}
                    className="min-h-11 md:min-h-0 content-center justify-self-start"
                  >
                    {room("title", { count: issue.sessionIds.length })}
                  </Link>
                ) : null}
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
export async function Where({ of }: { of: readonly string[] }) {
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
export async function Before({ of }: { of: NamedIssue["before"] }) {
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
