import { useTranslations } from "next-intl";
import { FacetBar } from "@/app/_ui/kit/FacetBar";
import { Say } from "@/app/_ui/Say";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import type { Query } from "@/lib/names/rules";
import type { programmeList } from "@/lib/programmes/queries";
import type { trainerRegister } from "@/lib/trainers/queries";
import { certifications } from "@/lib/trainers/rules";
import { deletedView, ownViews } from "@/lib/views/queries";
import { SavedViews } from "../_views/SavedViews";

/** The views of the register, and what it is searched and narrowed by. */
export function Narrowing({
  cx,
  path,
  query,
  deleted,
  said,
  q,
  more,
  counts,
  certified,
  programmes,
}: {
  cx: Context;
  path: string;
  /** What the address says, without the page. */
  query: string;
  /** The view that was just deleted. */
  deleted: number | null;
  said: Readonly<Record<"programme" | "certification" | "sort", string | null>>;
  q: Query;
  more: boolean;
  /** How many of all are certified, were, or never; null where not all are counted. */
  counts: ReturnType<typeof trainerRegister>["counts"];
  /** False where there are too many to narrow them by their certification. */
  certified: boolean;
  programmes: ReturnType<typeof programmeList>;
}) {
  const t = useTranslations("trainerRegister");
  const self = gate.self(cx);
  return (
    <>
      <SavedViews
        list="trainers"
        path={path}
        query={query}
        own={ownViews(cx, self, "trainers")}
        deleted={deletedView(cx, self, deleted)}
        shipped={[
          { key: "all", href: path, label: t("all"), here: query === "" },
          ...(certified ? certifications : []).map((one) => ({
            key: one,
            href: `${path}?certification=${one}`,
            label: t(`certified.${one}`),
            here: query === `certification=${one}`,
            ...(counts ? { count: counts[one] } : {}),
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
              ...(counts ? { count: counts[one] } : {}),
            })),
          },
          {
            name: "programme",
            label: t("programme"),
            chosen: said.programme,
            options: programmes.map(({ id, title }) => ({ value: String(id), label: <Say text={title} /> })),
          },
        ]}
      />
    </>
  );
}
