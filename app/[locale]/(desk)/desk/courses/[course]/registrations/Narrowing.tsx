import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FacetBar } from "@/app/_ui/kit/FacetBar";
import { Written } from "@/app/_ui/Written";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import {
  registrationSources,
  registrationStates,
  seatStates,
  undecidedStates,
} from "@/lib/registrations/rules";
import { deletedView, ownViews } from "@/lib/views/queries";
import { SavedViews } from "../../../_views/SavedViews";
import type { Listed, Said } from "./asked";

/** The views of the list, and what it is narrowed by. */
export function Narrowing({
  cx,
  said,
  list,
  query,
  children,
}: {
  cx: Context;
  said: Said;
  list: Listed;
  /** What the address says of the filters, as it stands there. */
  query: string;
  /** What else can be done with the list, at the end of its bar. */
  children: ReactNode;
}) {
  const t = useTranslations("decisions");
  const registrations = useTranslations("registrations");
  const states = useTranslations("registrationState");
  const frame = useTranslations("frame");
  const self = gate.self(cx);
  const { base, counts, narrowed } = list;
  const sum = (of: readonly (keyof typeof counts)[]) => of.reduce((all, state) => all + counts[state], 0);
  const shares = [
    { value: "to_decide", label: t("toDecide"), count: sum(undecidedStates) },
    { value: "with_place", label: t("accepted"), count: sum(seatStates) },
    { value: "waiting", label: t("waiting"), count: counts.waiting },
  ];
  const bySource = { self: t("bySelf"), coordinator: t("byCoordinator") };
  return (
    <>
      <SavedViews
        list="registrations"
        path={base}
        query={query}
        own={ownViews(cx, self, "registrations")}
        deleted={deletedView(cx, self, said.deleted)}
        shipped={[
          { key: "all", href: base, label: t("all"), count: sum(registrationStates), here: query === "" },
          ...shares.map(({ value, label, count }) => ({
            key: value,
            href: `${base}?state=${value}`,
            label,
            count,
            here: query === `state=${value}`,
          })),
        ]}
      />
      <FacetBar
        path={base}
        said={{ sort: narrowed.sort }}
        search={{ label: registrations("search"), hint: frame("findsPeople"), query: said.q }}
        facets={[
          {
            name: "state",
            label: registrations("state"),
            chosen: said.state,
            options: [
              ...shares.slice(0, 2),
              ...registrationStates
                .filter((state) => counts[state] > 0 || state === said.state)
                .map((state) => ({ value: state, label: states(state), count: counts[state] })),
            ],
          },
          {
            name: "organisation",
            label: registrations("organisation"),
            chosen: narrowed.organisation,
            options: list.organisations.all.map(({ id, name, count }) => ({
              value: String(id),
              label: <Written>{name}</Written>,
              count,
            })),
          },
          {
            name: "source",
            label: t("source"),
            chosen: said.source,
            options: registrationSources.map((value) => ({ value, label: bySource[value] })),
          },
        ]}
      >
        {children ? <span className="facets-end">{children}</span> : null}
      </FacetBar>
    </>
  );
}
