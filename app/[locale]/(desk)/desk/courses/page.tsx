import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { asking, oneOf, query, type SearchParams, text } from "@/app/_server/asked";
import { requireContext } from "@/app/_server/context";
import { Empty } from "@/app/_ui/kit/Empty";
import { NextPage } from "@/app/_ui/kit/NextPage";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { SearchForm } from "@/app/_ui/SearchForm";
import * as gate from "@/lib/access/gate";
import { mayAnywhere } from "@/lib/access/table";
import { deskCourses } from "@/lib/courses/queries";
import { courseStates } from "@/lib/courses/rules";
import { CourseRows } from "./CourseRows";
import { NewCourseLinks, NewWorkshopLink } from "./NewCourseLinks";

export const generateMetadata = async () => ({ title: (await getTranslations("desk"))("title") });

const asked = asking({ state: oneOf(courseStates), q: query, before: text });

/** The courses that a coordinator plans or a trainer trains. */
export default async function DeskCourses({ searchParams }: { searchParams: SearchParams }) {
  const cx = await requireContext("desk.read", "/desk/courses");
  const { state, q, before } = await asked(searchParams);
  const { courses, next, more } = q.fault
    ? { courses: [], next: null, more: false }
    : deskCourses(cx, gate.reach(cx, "course.read"), { state, q: q.q, before });
  const t = await getTranslations("desk");
  const states = await getTranslations("courseState");
  const again = new URLSearchParams({
    ...(state ? { state } : {}),
    ...(q.q ? { q: q.q } : {}),
    before: next ?? "",
  });
  const create = mayAnywhere(cx.viewer, "course.create") ? (
    <NewCourseLinks />
  ) : mayAnywhere(cx.viewer, "workshop.schedule") ? (
    <NewWorkshopLink />
  ) : null;
  return (
    <>
      <PageHead title={t("title")} action={create} />
      <SearchForm
        label={t("search")}
        query={q}
        more={more}
        state={{
          label: t("state"),
          chosen: state,
          options: courseStates.map((s) => ({ value: s, label: states(s) })),
        }}
      />
      {courses.length === 0 ? (
        q.typed || q.fault || state ? (
          <Empty title={t("noneFits")}>
            <Link href="/desk/courses" className="button">
              {t("showAll")}
            </Link>
          </Empty>
        ) : (
          <Empty title={t("none")}>{create ?? t("askCoordinator")}</Empty>
        )
      ) : (
        <CourseRows courses={courses} />
      )}
      {next ? <NextPage href={`/desk/courses?${again}`} /> : null}
    </>
  );
}
