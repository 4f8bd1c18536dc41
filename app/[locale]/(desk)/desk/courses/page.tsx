import { Plus } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { requireContext } from "@/app/_server/context";
import { CourseDates, CoursePlace, ToolBadges } from "@/app/_ui/CourseLine";
import { Empty } from "@/app/_ui/Empty";
import { NextPage } from "@/app/_ui/NextPage";
import { PageHead } from "@/app/_ui/PageHead";
import { Say } from "@/app/_ui/Say";
import { SearchForm } from "@/app/_ui/SearchForm";
import { FictionalMark, NumbersMark, StateBadge, WorkshopBadges } from "@/app/_ui/StateBadges";
import { Written } from "@/app/_ui/Written";
import * as gate from "@/lib/access/gate";
import { mayAnywhere } from "@/lib/access/table";
import { deskCourses } from "@/lib/courses/queries";
import { courseStates } from "@/lib/courses/rules";
import { readQuery } from "@/lib/names/rules";

export const generateMetadata = async () => ({ title: (await getTranslations("desk"))("title") });

type Search = Promise<Record<string, string | string[] | undefined>>;

/** The courses that a coordinator plans or a trainer trains. */
export default async function DeskCourses({ searchParams }: { searchParams: Search }) {
  const cx = await requireContext("desk.read", "/desk/courses");
  const search = await searchParams;
  const one = (name: string) =>
    typeof search[name] === "string" && search[name] ? search[name].slice(0, 100) : null;
  const state = courseStates.find((s) => s === one("state")) ?? null;
  const query = readQuery(search.q);
  const { q } = query;
  const { courses, next, more } = query.fault
    ? { courses: [], next: null, more: false }
    : deskCourses(cx, gate.reach(cx, "course.read"), { state, q, before: one("before") });
  const t = await getTranslations("desk");
  const w = await getTranslations("workshop");
  const states = await getTranslations("courseState");
  const again = new URLSearchParams({ ...(state ? { state } : {}), ...(q ? { q } : {}), before: next ?? "" });
  const create = mayAnywhere(cx.viewer, "course.create") ? (
    <div className="flex flex-wrap gap-3">
      <Link href="/desk/courses/new" prefetch={false} className="button-main">
        <Plus size={18} />
        {t("new")}
      </Link>
      <Link href="/desk/courses/record" prefetch={false} className="button">
        {t("record")}
      </Link>
    </div>
  ) : mayAnywhere(cx.viewer, "workshop.schedule") ? (
    <Link href="/desk/workshops/new" prefetch={false} className="button-main">
      <Plus size={18} />
      {w("title")}
    </Link>
  ) : null;
  return (
    <>
      <PageHead title={t("title")} action={create} />
      <SearchForm
        label={t("search")}
        query={query}
        more={more}
        state={{
          label: t("state"),
          chosen: state,
          options: courseStates.map((s) => ({ value: s, label: states(s) })),
        }}
      />
      {courses.length === 0 ? (
        query.typed || query.fault || state ? (
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
                      <CoursePlace course={c} /> · <Written>{c.programme}</Written>{" "}
                      {c.fictional ? <FictionalMark /> : null}
                      {c.countedBy === "numbers" ? <NumbersMark /> : null}
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
                  {c.countedBy === "people"
                    ? t("taken", { taken: c.seatsTaken, capacity: c.capacity })
                    : null}
                </td>
                <td data-label={t("state")}>
                  <span className="inline-flex flex-wrap gap-1">
                    <StateBadge course={c} />
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
