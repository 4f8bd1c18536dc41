import { CalendarClock, Plus } from "lucide-react";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { asking, asSaid, key, type SearchParams } from "@/app/_server/asked";
import { requireContext } from "@/app/_server/context";
import { courseOfDesk } from "@/app/_server/course";
import { Empty } from "@/app/_ui/kit/Empty";
import { OnPaper } from "@/app/_ui/OnPaper";
import * as gate from "@/lib/access/gate";
import { allows } from "@/lib/courses/rules";
import { zoneCity } from "@/lib/i18n/zoneNames";
import { courseSessions, ownTimetableChanges } from "@/lib/timetable/queries";
import { ChangeMessage, NothingPlaced, placeOf, YourChanges } from "./changes";
import { Days } from "./Days";
import { Lacking } from "./Lacking";
import { NoDates } from "./NoDates";
import { Proposal } from "./Proposal";
import { SessionPanel } from "./SessionPanel";

/** How many of the viewer's last changes stand below, each with its undo. */
const changesShown = 10;

type Props = { params: Promise<{ course: string }>; searchParams: SearchParams };

const asked = asking({ session: key, change: key, saved: asSaid });

export const generateMetadata = async () => ({ title: (await getTranslations("timetable"))("title") });

/** The timetable: days as columns on a desktop, a list by day on a phone; editing beside it. */
export default async function Timetable({ params, searchParams }: Props) {
  const { course: courseKey } = await params;
  const cx = await requireContext("course.read", `/desk/courses/${encodeURIComponent(courseKey)}/timetable`);
  const course = courseOfDesk(cx, Number(courseKey));
  const { session: chosen, change: changeKey, saved } = await asked(searchParams);
  const locale = await getLocale();
  const t = await getTranslations("timetable");
  const mayEdit = gate.mayIn(cx, "timetable.edit", course) && allows(course.state, "plan");
  if (!course.startsOn) return <NoDates courseId={course.id} mayEdit={mayEdit} />;
  const base = `/desk/courses/${course.id}/timetable`;
  const sessions = courseSessions(cx, course);
  const editing = mayEdit ? (sessions.find((s) => s.id === chosen) ?? null) : null;
  const changes = mayEdit
    ? ownTimetableChanges(cx, gate.courseFor(cx, "timetable.edit", course), changeKey)
    : [];
  const change = changes.find((c) => c.id === changeKey) ?? null;
  const place = change ? placeOf(change, sessions) : null;
  return (
    <div className={mayEdit ? "grid gap-8 xl:grid-cols-[1fr_22rem]" : ""}>
      <div className="grid gap-4 content-start min-w-0">
        <p className="quiet">
          {t("zone")} <bdi>{zoneCity(course.zone, locale)}</bdi>
        </p>
        {mayEdit && sessions.length > 0 ? (
          <p className="xl:hidden">
            <a href="#edit" className="button">
              <Plus size={18} />
              {t("addSession")}
            </a>
          </p>
        ) : null}
        {sessions.length > 0 ? <Lacking course={course} sessions={sessions} /> : null}
        {change && place === null ? <ChangeMessage change={change} /> : null}
        {saved === "" ? <NothingPlaced /> : null}
        {sessions.length === 0 ? <Empty title={t("none")}>{null}</Empty> : null}
        <Days
          course={course}
          sessions={sessions}
          change={change}
          place={place}
          saved={saved}
          editing={editing}
          base={mayEdit ? base : null}
        />
        {sessions.length > 0 ? <OnPaper courseId={course.id} of={["timetable"]} /> : null}
        {changes.length > 0 ? (
          <YourChanges changes={changes.slice(0, changesShown)} zone={course.zone} />
        ) : null}
      </div>
      {mayEdit ? (
        <aside id="edit" className="grid gap-6 content-start">
          {/* First where there is nothing yet, last where it would replace what is there. */}
          {sessions.length === 0 ? <Proposal courseId={course.id} sessions={sessions} /> : null}
          <SessionPanel course={course} sessions={sessions} editing={editing} cx={cx} base={base} />
          <Link href={`/desk/courses/${course.id}/move`} prefetch={false} className="button">
            <CalendarClock size={18} />
            {t("move")}
          </Link>
          {sessions.length > 0 ? <Proposal courseId={course.id} sessions={sessions} /> : null}
        </aside>
      ) : null}
    </div>
  );
}
