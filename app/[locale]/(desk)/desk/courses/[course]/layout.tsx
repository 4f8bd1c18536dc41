import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { keyIn } from "@/app/_server/asked";
import { currentContext, requireContext } from "@/app/_server/context";
import { courseHeadOfDesk } from "@/app/_server/course";
import { Tab } from "@/app/_ui/kit/Tab";
import { Tabs } from "@/app/_ui/kit/Tabs";
import * as gate from "@/lib/access/gate";
import { shownIn } from "@/lib/i18n/rules";
import { peopleToTell } from "@/lib/messages/queries";
import { ifGranted } from "@/lib/result";
import { CourseHead } from "./_head/CourseHead";
import { tabs } from "./_head/parts";
import { ReadShared } from "./_head/ReadShared";

type Props = { params: Promise<{ course: string }> };

/** Every page of a course is named by its part and the course, for whoever may read it. */
export async function generateMetadata({ params }: Props) {
  const cx = await currentContext();
  const key = keyIn((await params).course);
  const course = ifGranted(() => gate.course(cx, "course.read", key));
  if (!course) return {};
  const title = shownIn(course.title, await getLocale());
  const t = await getTranslations("workspace");
  const frame = await getTranslations("frame");
  const named = t("pageTitle", { part: "%s", course: title });
  return { title: { template: `${named} · ${frame("name")}`, default: "" } };
}

/** Around the pages of one course: what it is and how it stands, its parts. */
export default async function CourseLayout({ children, params }: Props & { children: ReactNode }) {
  const { course: key } = await params;
  // A visitor is sent to sign in by the page, which alone knows where they come back to.
  if ((await currentContext()).viewer.kind === "visitor") return children;
  const cx = await requireContext("course.read");
  const course = courseHeadOfDesk(cx, keyIn(key));
  const t = await getTranslations("workspace");
  const base = `/desk/courses/${course.id}`;
  const holds = gate.holdsIn(cx, course);
  const toTell =
    course.countedBy === "people" && holds("registrations.decide") ? peopleToTell(cx, course) : 0;
  const shownTabs = tabs.filter(
    (tab) =>
      (course.countedBy === "people" || !tab.people) &&
      // Whoever scheduled a workshop has its people on this page, coordinators in the registrations.
      (tab.key !== "participants" || course.scheduledBy === cx.viewer.personId) &&
      holds(tab.permission),
  );
  return (
    <>
      <CourseHead course={course} holds={holds} />
      <ReadShared course={course} />
      {shownTabs.length > 1 ? (
        <Tabs label={t("tabs")}>
          {shownTabs.map((tab) => (
            <Tab
              key={tab.key}
              href={base + tab.path}
              alone={tab.path === ""}
              // Where nobody is to be told, the way there is in the menu; whoever has told the last one is still in it.
              onlyHere={tab.key === "tell" && toTell === 0}
              also={tab.also?.map((path) => base + path)}
            >
              {tab.key === "tell" && toTell > 0 ? t("tab.tellCount", { count: toTell }) : t(`tab.${tab.key}`)}
            </Tab>
          ))}
        </Tabs>
      ) : null}
      {children}
    </>
  );
}
