import { CircleCheck, CircleDashed } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { rollIsComplete, type Stage, stages, stagesDone } from "@/lib/courses/progress";
import type { Course, courseHead } from "@/lib/courses/queries";
import type { Session } from "@/lib/timetable/queries";
import { CertificatesBy } from "./CertificatesBy";

/** The life of a course as a list of what is done, what is missing, and where that is mended. */
export async function Life({
  course,
  counts,
  sessions,
  certificates,
  issuedByOthers,
  mended,
}: {
  course: Course;
  counts: NonNullable<ReturnType<typeof courseHead>>["counts"];
  sessions: readonly Session[];
  /** Null for whom it is not told who may have a certificate. */
  certificates: { ready: number; issued: number } | null;
  /** True for whoever runs the workshop, and leaves its certificates to a coordinator. */
  issuedByOthers: boolean;
  /** Where the viewer may do what a stage lacks. */
  mended: Partial<Record<Stage, string>>;
}) {
  const t = await getTranslations("overview");
  const done = stagesDone({ ...course, sessions, counts, certificates });
  const said: Record<Stage, ReactNode> = {
    dates: t("step.dates"),
    trainers: t("step.trainers", { count: course.trainers.length }),
    timetable: t("step.timetable", { count: sessions.length }),
    opened: t("step.opened"),
    admitted: t("step.admitted", {
      enrolled: counts.enrolled,
      capacity: course.capacity,
      undecided: counts.undecided,
    }),
    rolls: t("step.rolls", { done: sessions.filter(rollIsComplete).length, count: sessions.length }),
    certified: issuedByOthers ? (
      <CertificatesBy programmeId={course.programmeId} />
    ) : (
      t("step.certified", certificates ?? { issued: counts.certified, ready: 0 })
    ),
  };
  return (
    <section className="grid gap-3">
      <h2>{t("life")}</h2>
      <ol className="grid gap-2">
        {stages.map((stage) => {
          const to = done[stage] ? undefined : mended[stage];
          return (
            <li key={stage} className="flex gap-3 items-start">
              {done[stage] ? (
                <CircleCheck size={22} className="shrink-0 mt-0.5 text-ok" />
              ) : (
                <CircleDashed size={22} className="shrink-0 mt-0.5 text-muted" />
              )}
              <span className="sr-only">{done[stage] ? t("done") : t("open")}</span>
              <span>
                {said[stage]}
                {to && stage !== "opened" ? (
                  <>
                    {" "}
                    <Link href={to} prefetch={false}>
                      {t(`mend.${stage}`)}
                    </Link>
                  </>
                ) : null}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
