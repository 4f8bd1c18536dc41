import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { granted } from "@/app/_server/context";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import { isolate, shownIn } from "@/lib/i18n/rules";
import { dayInProgramme } from "@/lib/programmes/queries";
import { programmeCalled } from "@/lib/programmes/rules";
import { nextWithIssues } from "@/lib/timetable/queries";

/** Where somebody goes through what is open in all courses of a programme: on to the next of them, at the end back to it. */
export async function AlongProgramme({
  cx,
  course,
}: {
  cx: Context;
  course: gate.GrantedCourse<"timetable.edit">;
}) {
  const locale = await getLocale();
  const t = await getTranslations("issues");
  const programme = granted(() => gate.programme(cx, "programmes.read", course.programmeId));
  const { next, beyond } = nextWithIssues(cx, programme, course, dayInProgramme(cx, programme.id));
  const way = "min-h-11 md:min-h-0 content-center font-semibold";
  return (
    <p data-along="programme">
      {next ? (
        <Link
          href={`/desk/courses/${next.id}/timetable?issues=open&along=programme#issues`}
          prefetch={false}
          className={way}
        >
          {t("nextCourse", { course: isolate(shownIn(next.title, locale), locale), count: next.open })}
        </Link>
      ) : (
        <>
          {t(beyond > 0 ? "noNextLooked" : "noNext", { count: beyond })}{" "}
          <Link href={`/desk/programmes/${programme.id}`} prefetch={false} className={way}>
            {t("toProgramme", {
              programme: isolate(shownIn(programmeCalled(programme.title), locale), locale),
            })}
          </Link>
        </>
      )}
    </p>
  );
}
