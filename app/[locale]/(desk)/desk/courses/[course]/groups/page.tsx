import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { asking, key, keyIn, keys, oneOf, type SearchParams, text } from "@/app/_server/asked";
import { granted, requireContext } from "@/app/_server/context";
import { courseOfDesk } from "@/app/_server/course";
import { Empty } from "@/app/_ui/kit/Empty";
import { Notice } from "@/app/_ui/kit/Notice";
import { MoreMessages } from "@/app/_ui/MoreMessages";
import { courseWords } from "@/app/_words/ofWorkshop";
import * as gate from "@/lib/access/gate";
import { allows } from "@/lib/courses/rules";
import { groupsIn, peopleToGroup } from "@/lib/groups/queries";
import { venuesElsewhere } from "@/lib/places/queries";
import { courseRequests } from "@/lib/requests/queries";
import { ifGranted } from "@/lib/result";
import { TypedMeanwhile } from "../../../../_stages/TypedMeanwhile";
import { GroupFields, GroupList } from "./GroupList";
import { GroupToast } from "./GroupToast";
import { People } from "./People";

type Props = { params: Promise<{ course: string }>; searchParams: SearchParams };

const asked = asking({
  tick: oneOf(["all"]),
  done: oneOf(["deleted", "gone", "back"]),
  typed: text,
  ...{ name: text, language: text, venue: key, group: key, requests: keys },
});

export const generateMetadata = async () => ({ title: (await getTranslations("groups"))("title") });

/** The groups of a course: who is in which, and how many sessions are of each. */
export default async function Groups({ params, searchParams }: Props) {
  const { course: courseKey } = await params;
  const cx = await requireContext("timetable.edit", `/desk/courses/${encodeURIComponent(courseKey)}/groups`);
  const course = courseOfDesk(cx, keyIn(courseKey));
  const grouped = granted(() => gate.courseFor(cx, "timetable.edit", course));
  const t = await getTranslations("groups");
  if (!allows(course.state, "plan")) return <Notice>{(await courseWords("plan", course))("fixed")}</Notice>;
  const { tick, done, typed, ...gone } = await asked(searchParams);
  const groups = groupsIn(cx, grouped);
  const venues = venuesElsewhere(cx, course);
  const people = peopleToGroup(cx, grouped);
  const asks = ifGranted(() => gate.courseFor(cx, "trainers.ask", grouped));
  const waiting = asks ? courseRequests(cx, asks).filter(({ state }) => state === "waiting") : [];
  return (
    <MoreMessages of={["groups", "list"]}>
      <div className="grid gap-6 min-w-0">
        <div className="grid gap-1">
          <p className="quiet max-w-prose">{t("lead")}</p>
          <p>
            <Link
              href={`/desk/courses/${course.id}/timetable`}
              prefetch={false}
              className="inline-flex items-center min-h-11"
            >
              {t("toTimetable")}
            </Link>
          </p>
        </div>
        <TypedMeanwhile cx={cx} typed={typed} />
        {groups.length > 0 ? (
          <GroupList course={course} groups={groups} venues={venues} asked={waiting} />
        ) : null}
        <section className="card grid gap-3 max-w-xl">
          <h2 className="text-base">{t("add")}</h2>
          <GroupFields course={course} group={null} venues={venues} />
        </section>
        {groups.length === 0 ? null : people.length === 0 ? (
          <Empty title={t("nobody")}>{t("nobodyNext")}</Empty>
        ) : (
          <People courseId={course.id} groups={groups} people={people} tickAll={tick === "all"} />
        )}
        {done ? <GroupToast courseId={course.id} done={done} gone={gone} now={cx.now} /> : null}
      </div>
    </MoreMessages>
  );
}
