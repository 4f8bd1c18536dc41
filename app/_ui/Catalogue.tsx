import { ArrowRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { CatalogueRow, catalogueChoices } from "@/lib/courses/queries";
import { type ShownState, shownState } from "@/lib/courses/rules";
import type { CatalogueFilter } from "@/lib/courses/schema";
import { inLanguage, type Locale, shownIn } from "@/lib/i18n/rules";
import type { Query } from "@/lib/names/rules";
import { dayAt } from "@/lib/time/zone";
import { Filters } from "./Filters";
import { countryName, fullDay, languageName, list } from "./format";
import { CourseBadge, CourseDates, CoursePlace, Empty, FictionalMark, Say, ToolBadges } from "./parts";
import { Written } from "./Written";

/** Places left in words: what somebody can expect who registers now; where nobody can, the state that says so. */
export function Places({
  course,
  state,
}: {
  course: Pick<CatalogueRow, "admission" | "placesLeft">;
  state: ShownState;
}) {
  const t = useTranslations("catalogue");
  if (state !== "open") return <CourseBadge state={state} />;
  if (course.admission === "selection") return t("bySelection");
  return course.placesLeft > 0 ? t("placesLeft", { count: course.placesLeft }) : t("waitingList");
}

/** The courses of the catalogue as rows: when, what and where, what is left. */
export function CatalogueRows({ courses, now }: { courses: CatalogueRow[]; now: number }) {
  const locale = useLocale() as Locale;
  const t = useTranslations("catalogue");
  return (
    <ul className="grid gap-3">
      {courses.map((course) => {
        const state = shownState(course, dayAt(now, course.zone));
        const own = course.languages[0] as Locale | undefined;
        const ownTitle = own && own !== locale ? course.title[own] : undefined;
        return (
          <li key={course.id} className="card grid gap-x-6 gap-y-2 sm:grid-cols-[9rem_1fr_auto]">
            <p className="font-semibold">
              <CourseDates course={course} short />
            </p>
            <div className="grid gap-1 min-w-0">
              <h2 className="text-base">
                <a href={`/courses/${course.slug}`}>
                  <Say text={course.title} />
                </a>
              </h2>
              {ownTitle && ownTitle !== inLanguage(course.title, locale).text ? (
                <p lang={own} className="quiet">
                  <Written>{ownTitle}</Written>
                </p>
              ) : null}
              <p className="quiet">
                <CoursePlace course={course} /> ·{" "}
                {list(
                  course.languages.map((l) => languageName(l, locale)),
                  locale,
                )}{" "}
                · <Written>{course.programme}</Written>
              </p>
              <p className="flex flex-wrap gap-2">
                <ToolBadges tools={course.tools} />
                {course.fictional ? <FictionalMark /> : null}
              </p>
            </div>
            <p className="sm:text-end">
              <span className="font-semibold block">
                <Places course={course} state={state} />
              </span>
              {course.applyBy && state === "open" ? (
                <span className="quiet block">{t("applyBy", { day: fullDay(course.applyBy, locale) })}</span>
              ) : null}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

/** Search and filters with the words of the reader's language. */
export function CatalogueFilters({
  choices,
  filter,
  query,
}: {
  choices: ReturnType<typeof catalogueChoices>;
  filter: CatalogueFilter;
  /** What was searched for, where something was. */
  query?: Query;
}) {
  const locale = useLocale() as Locale;
  const t = useTranslations("catalogue");
  const frame = useTranslations("frame");
  const choice = (name: "tool" | "country" | "language", options: { value: string; label: string }[]) => ({
    name,
    label: t(name),
    any: t(`any.${name}`),
    chosen: filter[name],
    options,
  });
  return (
    <Filters
      q={query?.typed ?? ""}
      fault={query?.fault ? frame(query.fault === "short" ? "queryShort" : "queryNothing") : undefined}
      from={filter.from}
      choices={[
        choice(
          "tool",
          choices.tools.map((tool) => ({ value: tool.code, label: shownIn(tool.title, locale) })),
        ),
        choice(
          "country",
          choices.countries.map((code) => ({ value: code, label: countryName(code, locale) })),
        ),
        choice(
          "language",
          choices.languages.map((code) => ({ value: code, label: languageName(code, locale) })),
        ),
      ]}
      words={{
        search: t("search"),
        find: t("find"),
        filters: t("filters"),
        from: t("from"),
      }}
    />
  );
}

/** The link to the rest of a long list. */
export function NextPage({ href }: { href: string }) {
  const t = useTranslations("frame");
  return (
    <p className="mt-4">
      <a href={href} className="button">
        {t("more")}
        <ArrowRight size={18} className="mirrored" />
      </a>
    </p>
  );
}

/** What the catalogue says where nothing fits. */
export function NoCourses({ filtered }: { filtered: boolean }) {
  const t = useTranslations("catalogue");
  return filtered ? (
    <Empty title={t("noneFits")}>
      <a href="/courses" className="button">
        {t("showAll")}
      </a>
    </Empty>
  ) : (
    <Empty title={t("none")}>{t("noneYet")}</Empty>
  );
}
