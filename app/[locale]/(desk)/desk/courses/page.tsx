import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import {
  asking,
  key,
  oneOf,
  pageKey,
  pageKeyOf,
  passedOver,
  query,
  type SearchParams,
  saidOf,
  text,
} from "@/app/_server/asked";
import { requireContext } from "@/app/_server/context";
import { readersDay } from "@/app/_server/zone";
import { addressWith } from "@/app/_ui/kit/address";
import { Empty } from "@/app/_ui/kit/Empty";
import { ListNotes } from "@/app/_ui/kit/ListNotes";
import { NextPage } from "@/app/_ui/kit/NextPage";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { ToolMark } from "@/app/_ui/kit/ToolMark";
import * as gate from "@/lib/access/gate";
import { mayAnywhere } from "@/lib/access/table";
import { courseTable, soonestFirst } from "@/lib/courses/queries";
import { courseKinds, listedAs } from "@/lib/courses/rules";
import type { Locale } from "@/lib/i18n/rules";
import { OwnSuspension } from "../../_stages/OwnSuspension";
import { CourseRows } from "./CourseRows";
import { Narrowing, offeredIn } from "./Narrowing";
import { NewCourseLinks, NewWorkshopLink } from "./NewCourseLinks";
import "./how-far.css";

export const generateMetadata = async () => ({ title: (await getTranslations("desk"))("title") });

const filters = {
  q: query,
  state: oneOf(listedAs),
  due: oneOf(["now"]),
  programme: key,
  kind: oneOf(courseKinds),
  country: text,
  tool: text,
  sort: oneOf(["oldest", "newest"]),
};
const asked = asking({ ...filters, before: pageKey("courses"), deleted: key });
const path = "/desk/courses";

/** The courses that a coordinator plans or a trainer trains, by their state. */
export default async function DeskCourses({ searchParams }: { searchParams: SearchParams }) {
  const cx = await requireContext("desk.read", path);
  const { q, before, deleted, ...said } = await asked(searchParams);
  const reach = gate.reach(cx, "course.read");
  const offered = offeredIn(cx, reach);
  const known = (all: readonly { value: string }[], one: string | null) =>
    all.some(({ value }) => value === one) ? one : null;
  const programme = known(offered.programmes, said.programme === null ? null : String(said.programme));
  const narrowed = {
    state: said.state,
    due: said.due,
    programme,
    kind: said.kind,
    country: known(offered.countries, said.country),
    tool: known(offered.tools, said.tool),
  };
  const { sort } = said;
  const rising = sort ? sort === "oldest" : soonestFirst(narrowed.state);
  const found = courseTable(cx, reach, {
    ...narrowed,
    ...(sort ? { oldest: sort === "oldest" } : {}),
    due: narrowed.due !== null,
    programme: programme === null ? null : Number(programme),
    q: q.q,
    before: before.at,
  });
  const { courses, next, more } = q.fault ? { courses: [], next: null, more: false } : found;
  const t = await getTranslations("desk");
  const table = await getTranslations("courseTable");
  const coordinates = mayAnywhere(cx.viewer, "course.create");
  const create = coordinates ? (
    <NewCourseLinks />
  ) : mayAnywhere(cx.viewer, "workshop.schedule") ? (
    <NewWorkshopLink />
  ) : null;
  const filtered = q.typed || q.fault || Object.values(narrowed).some(Boolean);
  const marks = new Map(courses.flatMap((course) => course.tools.map((tool) => [tool.code, tool] as const)));
  return (
    <>
      <PageHead title={t("title")} action={create} />
      <OwnSuspension cx={cx} />
      <Narrowing
        cx={cx}
        path={path}
        said={narrowed}
        sort={sort}
        q={q}
        more={more}
        counts={found.counts}
        waiting={found.waiting}
        offered={offered}
        deleted={deleted}
        query={await saidOf(searchParams, Object.keys(filters))}
      />
      <ListNotes
        gone={
          await passedOver(searchParams, { ...narrowed, sort, q: q.typed || null }, ["before", "deleted"])
        }
        otherPage={before.foreign}
      />
      {courses.length === 0 ? (
        filtered ? (
          <Empty title={t("noneFits")}>
            <Link href={path} className="button">
              {t("showAll")}
            </Link>
          </Empty>
        ) : (
          <Empty title={t("none")}>{create ?? t("askCoordinator")}</Empty>
        )
      ) : (
        <>
          <CourseRows
            courses={courses}
            today={await readersDay(cx)}
            locale={(await getLocale()) as Locale}
            coordinates={coordinates}
            byDate={{
              href: addressWith(path, {
                q: q.typed || null,
                ...narrowed,
                sort: rising ? "newest" : "oldest",
              }),
              now: rising ? "ascending" : "descending",
            }}
          />
          <p className="quiet mt-3 flex flex-wrap gap-3">
            {table("key")}
            {[...marks.values()].map((tool) => (
              <ToolMark key={tool.code} tool={tool} />
            ))}
          </p>
        </>
      )}
      {next ? (
        <NextPage
          href={addressWith(path, {
            q: q.typed || null,
            ...narrowed,
            sort,
            before: pageKeyOf("courses", next),
          })}
        />
      ) : null}
    </>
  );
}
