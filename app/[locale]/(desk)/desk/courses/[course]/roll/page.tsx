import Link from "next/link";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { asking, keyIn, type SearchParams, text } from "@/app/_server/asked";
import { granted, requireContext } from "@/app/_server/context";
import { Empty } from "@/app/_ui/kit/Empty";
import { Notice } from "@/app/_ui/kit/Notice";
import { MoreMessages } from "@/app/_ui/MoreMessages";
import { OnPaper } from "@/app/_ui/OnPaper";
import * as gate from "@/lib/access/gate";
import { attendanceMatrix } from "@/lib/attendance/queries";
import { percent } from "@/lib/i18n/format";
import { AttendanceMatrix } from "./_matrix/AttendanceMatrix";
import { matrixColumns, matrixRows } from "./_matrix/matrixRows";
import { AtRisk } from "./AtRisk";
import { SessionRolls } from "./SessionRolls";
import "./keys.css";
import { courseWords } from "@/app/_words/ofWorkshop";

type Props = { params: Promise<{ course: string }>; searchParams: SearchParams };

export const generateMetadata = async () => ({ title: (await getTranslations("rolls"))("title") });

const asked = asking({ at: text });

/** The attendance of a course: on a phone its sessions, where there is room people by sessions. */
export default async function Rolls({ params, searchParams }: Props) {
  const { course: key } = await params;
  const cx = await requireContext("roll.read", `/desk/courses/${encodeURIComponent(key)}/roll`);
  const course = granted(() => gate.course(cx, "roll.read", keyIn(key)));
  // A cell that was pressed before the scripts came: its session, at the person.
  const [session, person] = ((await asked(searchParams)).at ?? "").split(".").map(Number);
  if (session && person) redirect(`/desk/courses/${course.id}/roll/${session}#roll-${person}`);
  const matrix = attendanceMatrix(cx, course);
  const { sessions, people } = matrix;
  const locale = await getLocale();
  const t = await courseWords("rolls", course);
  const papers = (
    <div className="attendance-papers flex flex-wrap gap-x-6 items-start print:hidden">
      <Link
        href={`/desk/courses/${course.id}/sheet`}
        prefetch={false}
        className="inline-flex items-center min-h-11 md:min-h-9"
      >
        {t("sheet")}
      </Link>
      <OnPaper courseId={course.id} of={["attendance", "sheet", "participants"]} />
    </div>
  );
  return (
    <div className="grid gap-4 min-w-0">
      {sessions.length > 0 && people.length === 0 ? papers : null}
      {sessions.length === 0 ? <Empty title={t("none")}>{t("noneNext")}</Empty> : null}
      {course.state === "closed" && people.length > 0 ? <Notice>{t("mends")}</Notice> : null}
      {sessions.length > 0 && people.length > 0 ? (
        <MoreMessages of={["roll", "attendance"]}>
          {matrix.open || !matrix.takes ? null : <Notice>{t("notOpen")}</Notice>}
          <AttendanceMatrix
            account={cx.viewer.accountId ?? 0}
            courseId={course.id}
            zone={course.zone}
            columns={await matrixColumns(matrix, cx.now)}
            people={await matrixRows(matrix)}
            due={matrix.due}
            open={matrix.open}
            risk={people.some(({ outlook }) => outlook) ? <AtRisk people={people} /> : null}
            papers={papers}
            minimum={{
              said: percent(course.minAttendance, locale),
              percent: course.minAttendance,
            }}
          />
        </MoreMessages>
      ) : null}
      <SessionRolls
        sessions={sessions}
        due={matrix.open ? matrix.due : null}
        now={matrix.over}
        always={people.length === 0}
      />
    </div>
  );
}
