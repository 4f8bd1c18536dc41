import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { currentContext, ifGranted, requireContext } from "@/app/_server/context";
import { courseHeadOfDesk } from "@/app/_server/course";
import { CourseDates, CoursePlace } from "@/app/_ui/CourseLine";
import { Tab } from "@/app/_ui/kit/Tab";
import { Tabs } from "@/app/_ui/kit/Tabs";
import { Say } from "@/app/_ui/Say";
import { FictionalMark, NumbersMark, StateBadge, WorkshopBadges } from "@/app/_ui/StateBadges";
import { Written } from "@/app/_ui/Written";
import * as gate from "@/lib/access/gate";
import type { Permission } from "@/lib/access/table";
import { shownIn } from "@/lib/i18n/rules";
import { peopleToTell } from "@/lib/messages/queries";

const tabs: {
  path: string;
  key:
    | "overview"
    | "timetable"
    | "participants"
    | "registrations"
    | "tell"
    | "roll"
    | "tests"
    | "certificates";
  permission: Permission;
  people: boolean;
}[] = [
  { path: "", key: "overview", permission: "course.read", people: false },
  { path: "/timetable", key: "timetable", permission: "course.read", people: true },
  { path: "/participants", key: "participants", permission: "participants.read", people: true },
  { path: "/registrations", key: "registrations", permission: "registrations.read", people: true },
  { path: "/tell", key: "tell", permission: "registrations.decide", people: true },
  { path: "/roll", key: "roll", permission: "roll.read", people: true },
  { path: "/tests", key: "tests", permission: "assessments.enter", people: true },
  { path: "/certificates", key: "certificates", permission: "certificates.read", people: true },
];

/** Every page of a course that has no name of its own bears the course's, for whoever may read it. */
export async function generateMetadata({ params }: { params: Promise<{ course: string }> }) {
  const cx = await currentContext();
  const key = Number((await params).course);
  const course = ifGranted(() => gate.course(cx, "course.read", key));
  return course ? { title: shownIn(course.title, await getLocale()) } : {};
}

/** Around the pages of one course: what it is, its counts, its tabs. */
export default async function CourseLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ course: string }>;
}) {
  const { course: key } = await params;
  // A visitor is sent to sign in by the page, which alone knows where they come back to.
  if ((await currentContext()).viewer.kind === "visitor") return children;
  const cx = await requireContext("course.read");
  const course = courseHeadOfDesk(cx, Number(key));
  const t = await getTranslations("workspace");
  const base = `/desk/courses/${course.id}`;
  const toTell = peopleToTell(cx, course);
  const holds = gate.holdsIn(cx, course);
  const shownTabs = tabs.filter(
    (tab) =>
      (course.countedBy === "people" || !tab.people) &&
      // Whoever scheduled a workshop has its people on this page, coordinators in the registrations.
      (tab.key !== "participants" || course.scheduledBy === cx.viewer.personId) &&
      holds(tab.permission),
  );
  const counts = (["nominated", "enrolled", "attended", "certified"] as const).map((c) =>
    t(`count.${c}`, { count: course.counts[c] }),
  );
  return (
    <>
      <header className="course-head grid gap-2 mb-4">
        <p className="flex flex-wrap gap-2">
          <StateBadge course={course} />
          {course.countedBy === "numbers" ? <NumbersMark /> : null}
          <WorkshopBadges course={course} />
          {course.fictional ? <FictionalMark /> : null}
        </p>
        <p className="text-lg sm:text-xl font-semibold leading-snug">
          <Say text={course.title} />
        </p>
        <p className="quiet">
          <CourseDates course={course} short /> · <CoursePlace course={course} /> ·{" "}
          <Written>{course.programme}</Written>
        </p>
        {course.countedBy === "people" ? <p className="quiet hidden sm:block">{counts.join(" · ")}</p> : null}
      </header>
      {shownTabs.length > 1 ? (
        <Tabs label={t("tabs")}>
          {shownTabs.map((tab) => (
            <Tab key={tab.key} href={base + tab.path} alone={tab.path === ""}>
              {tab.key === "tell" && toTell > 0 ? t("tab.tellCount", { count: toTell }) : t(`tab.${tab.key}`)}
            </Tab>
          ))}
        </Tabs>
      ) : null}
      {children}
    </>
  );
}
