import { Plus } from "lucide";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { requireViewer } from "@/app/_server/viewer";
import { NextPage } from "@/app/_ui/Catalogue";
import { Icon } from "@/app/_ui/Icon";
import {
  CourseBadge,
  CourseDates,
  CoursePlace,
  Empty,
  FictionalMark,
  PageHead,
  Say,
  ToolBadges,
  WorkshopBadges,
} from "@/app/_ui/parts";
import { SearchForm } from "@/app/_ui/SearchForm";
import { mayAnywhere } from "@/lib/access/rules";
import { deskCourses } from "@/lib/courses/queries";
import { courseStates } from "@/lib/courses/rules";

export const generateMetadata = async () => ({ title: (await getTranslations("desk"))("title") });

type Search = Promise<Record<string, string | string[] | undefined>>;

/** The courses that a coordinator plans or a trainer trains. */
export default async function DeskCourses({ searchParams }: { searchParams: Search }) {
  const viewer = await requireViewer("desk.read", "/desk/courses");
  const search = await searchParams;
  const one = (name: string) =>
    typeof search[name] === "string" && search[name] ? search[name].slice(0, 100) : null;
  const state = courseStates.find((s) => s === one("state")) ?? null;
  const q = one("q");
  const { courses, next } = deskCourses(viewer, { state, q, before: one("before") });
  const t = await getTranslations("desk");
  const w = await getTranslations("workshop");
  const states = await getTranslations("courseState");
  const again = new URLSearchParams({ ...(state ? { state } : {}), ...(q ? { q } : {}), before: next ?? "" });
  const create = mayAnywhere(viewer, "course.create") ? (
    <Link href="/desk/courses/new" prefetch={false} className="button-main">
      <Icon icon={Plus} size={18} />
      {t("new")}
    </Link>
  ) : mayAnywhere(viewer, "workshop.schedule") ? (
    <Link href="/desk/workshops/new" prefetch={false} className="button-main">
      <Icon icon={Plus} size={18} />
      {w("title")}
    </Link>
  ) : null;
  return (
    <>
      <PageHead title={t("title")} action={create} />
      <SearchForm
        label={t("search")}
        q={q}
        state={{
          label: t("state"),
          chosen: state,
          options: courseStates.map((s) => ({ value: s, label: states(s) })),
        }}
      />
      {courses.length === 0 ? (
        q || state ? (
          <Empty title={t("noneFits")}>
            <Link href="/desk/courses" className="button">
              {t("showAll")}
            </Link>
          </Empty>
        ) : (
          <Empty title={t("none")}>{create ?? t("askCoordinator")}</Empty>
        )
      ) : (
        <table className="rows">
          <thead>
            <tr>
              <th>{t("course")}</th>
              <th>{t("dates")}</th>
              <th>{t("tools")}</th>
              <th>{t("places")}</th>
              <th>{t("state")}</th>
            </tr>
          </thead>
          <tbody>
            {courses.map((c) => (
              <tr key={c.id}>
                <td>
                  <span>
                    <Link href={`/desk/courses/${c.id}`} prefetch={false} className="font-semibold">
                      <Say text={c.title} />
                    </Link>
                    <span className="quiet block">
                      <CoursePlace course={c} /> · <bdi>{c.programme}</bdi>{" "}
                      {c.fictional ? <FictionalMark /> : null}
                    </span>
                  </span>
                </td>
                <td data-label={t("dates")}>
                  <CourseDates course={c} short />
                </td>
                <td data-label={t("tools")}>
                  <ToolBadges tools={c.tools} />
                </td>
                <td data-label={t("places")}>
                  {c.countedBy === "numbers"
                    ? t("byNumbers")
                    : t("taken", { taken: c.seatsTaken, capacity: c.capacity })}
                </td>
                <td data-label={t("state")}>
                  <span className="inline-flex flex-wrap gap-1">
                    <CourseBadge state={c.state} />
                    <WorkshopBadges course={c} />
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {next ? <NextPage href={`/desk/courses?${again}`} /> : null}
    </>
  );
}
