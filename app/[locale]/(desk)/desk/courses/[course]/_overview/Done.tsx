import Link from "next/link";
import { useTranslations } from "next-intl";
import { Toast } from "@/app/_ui/kit/Toast";
import { useCourseWords } from "@/app/_words/ofWorkshop";
import { type CourseState, courseStates, isApproved } from "@/lib/courses/rules";

/** What the address may say was just done to a course. */
export const doings = [
  "plan",
  "curriculum",
  "goesAhead",
  "decidedMeanwhile",
  "overtaken",
  "approved",
  "approvalBack",
  ...courseStates,
] as const;
/** What stays so, however the course stands. */
const standing: ReadonlySet<string> = new Set([
  "plan",
  "curriculum",
  "goesAhead",
  "decidedMeanwhile",
  "overtaken",
]);
type Doing = (typeof doings)[number];

/**
 * That the plan was saved, the workshop approved or its approval taken back, or the course taken to where it stands now;
 * nothing where it is no longer so.
 */
export function Done({
  what,
  course,
  toTell = 0,
  told = { mailed: 0, byHand: 0 },
  trainerByHand = false,
  now,
}: {
  what: Doing | null;
  course: {
    id: number;
    state: CourseState;
    version: number;
    approvedAt: number | null;
    scheduledBy: number | null;
  };
  /** How many people the viewer is to tell by hand, now that it was cancelled, approved, or its plan changed. */
  toTell?: number;
  /** How many people are told of a change, and how many a coordinator is to tell. */
  told?: Record<"mailed" | "byHand", number>;
  /** True where no message reaches whose workshop it is, which was approved. */
  trainerByHand?: boolean;
  /** The present: what a form meets a second time is said a second time, at whichever version. */
  now: number;
}) {
  const t = useCourseWords("courseDone", course);
  const approved = isApproved(course);
  const so =
    what === "approved"
      ? approved
      : what === "approvalBack"
        ? !approved
        : standing.has(what ?? "") || what === course.state;
  const tell = useTranslations("tell");
  if (what === null || !so) return null;
  return (
    <Toast of={`${what} ${what === "overtaken" ? now : course.version}`}>
      {t(what)}
      {what === "approved" ? ` ${t("approvedTold", { byHand: trainerByHand ? "yes" : "no" })}` : null}
      {what === "plan" && told.mailed + told.byHand > 0 ? ` ${t("planTold", told)}` : null}
      {toTell > 0 ? (
        <p>
          {t("toTell", { count: toTell })}{" "}
          <Link href={`/desk/courses/${course.id}/tell`}>{tell("title")}</Link>
        </p>
      ) : null}
    </Toast>
  );
}
