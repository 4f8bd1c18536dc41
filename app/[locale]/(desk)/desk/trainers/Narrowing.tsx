import { useLocale, useTranslations } from "next-intl";
import { addressWith } from "@/app/_ui/kit/address";
import { FacetBar } from "@/app/_ui/kit/FacetBar";
import { placeOptions } from "@/app/_ui/placeOptions";
import { Say } from "@/app/_ui/Say";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import { countryName, languageName } from "@/lib/i18n/format";
import { governorateNamesOf } from "@/lib/i18n/governorates";
import { courseLanguages, type Locale } from "@/lib/i18n/rules";
import type { Query } from "@/lib/names/rules";
import type { programmeList } from "@/lib/programmes/queries";
import { programmeCalled } from "@/lib/programmes/rules";
import { stages } from "@/lib/stages/rules/stage";
import type { registerChoices, trainerRegister } from "@/lib/trainers/queries";
import { certifications, withinMonths } from "@/lib/trainers/rules";
import { deletedView, ownViews } from "@/lib/views/queries";
import { SavedViews } from "../_views/SavedViews";

/** What ways are narrowed by, as the address names it. */
type Way = "stage" | "tool" | "module" | "language" | "country" | "governorate" | "place" | "within";

/** The views of the register, and what it is searched and narrowed by. */
export function Narrowing({
  cx,
  path,
  query,
  deleted,
  said,
  q,
  more,
  narrowed,
  certified,
  programmes,
  choices,
}: {
  cx: Context;
  path: string;
  /** What the address says, without the page. */
  query: string;
  /** The view that was just deleted. */
  deleted: number | null;
  said: Readonly<Record<"programme" | "certification" | "sort" | Way, string | null>>;
  q: Query;
  more: boolean;
  /** How many are certified, were, or never: of each as many as what else the list is narrowed by leaves; null where not all are counted. */
  narrowed: ReturnType<typeof trainerRegister>["narrowed"];
  /** False where there are too many to narrow them by their certification. */
  certified: boolean;
  programmes: ReturnType<typeof programmeList>;
  choices: ReturnType<typeof registerChoices>;
}) {
  const locale = useLocale() as Locale;
  const w = useTranslations("registerWays");
  const s = useTranslations("stages");
  const tool = choices.tools.find(({ code }) => code === said.tool);
  const t = useTranslations("trainerRegister");
  const self = gate.self(cx);
  // A tab leads to as many as it says: whatever else the list is narrowed by stays.
  const to = (certification: string | null) =>
    addressWith(path, { ...said, q: q.typed || null, certification });
  return (
    <>
      <SavedViews
        list="trainers"
        path={path}
        query={query}
        own={ownViews(cx, self, "trainers")}
        deleted={deletedView(cx, self, deleted)}
        plain={certifications.some((one) => query === `certification=${one}`)}
        shipped={[
          { key: "all", href: to(null), label: t("all"), here: said.certification === null },
          ...(certified ? certifications : []).map((one) => ({
            key: one,
            href: to(one),
            label: t(`certified.${one}`),
            here: said.certification === one,
            ...(narrowed ? { count: narrowed[one] } : {}),
          })),
        ]}
      />
      <FacetBar
        path={path}
        said={{ sort: said.sort }}
        search={{ label: t("search"), query: q, more }}
        facets={[
          {
            name: "certification",
            label: t("certification"),
            chosen: said.certification,
            options: (certified ? certifications : []).map((one) => ({
              value: one,
              label: t(`certified.${one}`),
              ...(narrowed ? { count: narrowed[one] } : {}),
            })),
          },
          {
            name: "stage",
            label: w("stage"),
            chosen: said.stage,
            options: [
              ...stages.map((value) => ({ value, label: s(`stage.${value}`) })),
              { value: "none", label: w("noStage") },
            ],
          },
          {
            name: "tool",
            label: w("tool"),
            chosen: said.tool,
            options: choices.tools.map(({ code, title }) => ({ value: code, label: <Say text={title} /> })),
          },
          {
            name: "module",
            label: w("module"),
            chosen: said.module,
            options: (tool?.modules ?? []).map((value) => ({ value, label: <bdi>{value}</bdi> })),
          },
          {
            name: "language",
            label: w("language"),
            chosen: said.language,
            options: courseLanguages.map((value) => ({ value, label: languageName(value, locale) })),
          },
          {
            name: "country",
            label: w("country"),
            chosen: said.country,
            options: choices.countries.map((value) => ({ value, label: countryName(value, locale) })),
          },
          {
            name: "governorate",
            label: w("governorate"),
            chosen: said.governorate,
            options: governorateNamesOf(choices.governorates, locale),
          },
          {
            name: "place",
            label: w("place"),
            chosen: said.place,
            options: placeOptions(choices.places, locale),
          },
          {
            name: "within",
            label: w("within"),
            chosen: said.within,
            options: withinMonths.map((value) => ({ value, label: w("months", { count: Number(value) }) })),
          },
          {
            name: "programme",
            label: t("programme"),
            chosen: said.programme,
            options: programmes.map(({ id, title }) => ({
              value: String(id),
              label: <Say text={programmeCalled(title)} />,
            })),
          },
        ]}
      />
    </>
  );
}
