import { useLocale, useTranslations } from "next-intl";
import { FacetBar } from "@/app/_ui/kit/FacetBar";
import { Say } from "@/app/_ui/Say";
import type { Granted, Reach } from "@/lib/access/gate";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import { type CourseKind, courseKinds, type ListedState, listedAs } from "@/lib/courses/rules";
import { toolCatalogue } from "@/lib/curriculum/queries";
import { countryName } from "@/lib/i18n/format";
import type { Query } from "@/lib/names/rules";
import { programmeList } from "@/lib/programmes/queries";
import { programmeCalled } from "@/lib/programmes/rules";
import { deletedView, ownViews } from "@/lib/views/queries";
import { SavedViews } from "../_views/SavedViews";

/** What the list can be narrowed by within a reach: its programmes, their countries, and the tools. */
export function offeredIn(cx: Context, reach: Granted<Reach, "course.read">) {
  const programmes = programmeList(cx, reach);
  const countries = [...new Set(programmes.flatMap((programme) => programme.countries))].sort();
  return {
    programmes: programmes.map(({ id, title }) => ({ value: String(id), title })),
    countries: countries.map((value) => ({ value })),
    tools: toolCatalogue(cx).map(({ code, title }) => ({ value: code, title })),
  };
}

type Said = {
  state: ListedState | null;
  due: string | null;
  programme: string | null;
  kind: CourseKind | null;
  country: string | null;
  tool: string | null;
};

/** The views of the list of courses, and what it is narrowed by. */
export function Narrowing({
  cx,
  path,
  said,
  sort,
  q,
  more,
  counts,
  waiting,
  offered,
  deleted,
  query,
}: {
  cx: Context;
  path: string;
  said: Said;
  /** In which order they stand, where it is not the newest first. */
  sort: string | null;
  q: Query;
  more: boolean;
  counts: ReadonlyMap<ListedState, number>;
  /** In how many of them something is to do. */
  waiting: number;
  offered: ReturnType<typeof offeredIn>;
  deleted: number | null;
  query: string;
}) {
  const t = useTranslations("courseTable");
  const desk = useTranslations("desk");
  const states = useTranslations("courseState");
  const w = useTranslations("workshop");
  // Its groups tell apart which of these are held and only lack their end.
  const called = (state: ListedState) =>
    state === "awaits" ? w("awaits") : state === "running" ? t("runningOrHeld") : states(state);
  const kinds = useTranslations("courseKind");
  const locale = useLocale();
  const self = gate.self(cx);
  const all = listedAs.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0);
  const view = (state: ListedState) => ({
    key: state,
    href: `${path}?state=${state}`,
    label: called(state),
    count: counts.get(state) ?? 0,
    here: query === `state=${state}`,
  });
  return (
    <>
      <SavedViews
        list="courses"
        path={path}
        query={query}
        own={ownViews(cx, self, "courses")}
        deleted={deletedView(cx, self, deleted)}
        shipped={[
          { key: "all", href: path, label: t("all"), count: all, here: query === "" },
          {
            key: "due",
            href: `${path}?due=now`,
            label: t("needsMe"),
            count: waiting,
            here: query === "due=now",
          },
          ...listedAs.filter((state) => (counts.get(state) ?? 0) > 0).map(view),
        ]}
      />
      <FacetBar
        path={path}
        said={{ sort }}
        search={{ label: desk("search"), query: q, more }}
        facets={[
          {
            name: "state",
            label: desk("state"),
            chosen: said.state,
            options: listedAs.map((value) => ({
              value,
              label: called(value),
              count: counts.get(value) ?? 0,
            })),
          },
          {
            name: "due",
            label: t("needsMeOf"),
            chosen: said.due,
            options: said.due ? [{ value: "now", label: t("needsMe") }] : [],
          },
          {
            name: "programme",
            label: t("programme"),
            chosen: said.programme,
            options: offered.programmes.map(({ value, title }) => ({
              value,
              label: <Say text={programmeCalled(title)} />,
            })),
          },
          {
            name: "kind",
            label: t("kind"),
            chosen: said.kind,
            options: courseKinds.map((value) => ({ value, label: kinds(value) })),
          },
          {
            name: "tool",
            label: t("tool"),
            chosen: said.tool,
            options: offered.tools.map(({ value, title }) => ({
              value,
              label: <Say text={programmeCalled(title)} />,
            })),
          },
          {
            name: "country",
            label: t("country"),
            chosen: said.country,
            options: offered.countries.map(({ value }) => ({ value, label: countryName(value, locale) })),
          },
        ]}
      />
    </>
  );
}
