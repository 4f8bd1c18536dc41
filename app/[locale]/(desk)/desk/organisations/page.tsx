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
import { addressWith } from "@/app/_ui/kit/address";
import { Empty } from "@/app/_ui/kit/Empty";
import { FacetBar } from "@/app/_ui/kit/FacetBar";
import { ListNotes } from "@/app/_ui/kit/ListNotes";
import { NextPage } from "@/app/_ui/kit/NextPage";
import { PageHead } from "@/app/_ui/kit/PageHead";
import * as gate from "@/lib/access/gate";
import { countryName } from "@/lib/i18n/format";
import { organisationList } from "@/lib/people/queries";
import { organisationKinds } from "@/lib/people/rules";
import { deletedView, ownViews } from "@/lib/views/queries";
import { SavedViews } from "../_views/SavedViews";
import { OrganisationsTable } from "./OrganisationsTable";

export const generateMetadata = async () => ({ title: (await getTranslations("organisations"))("title") });

const filters = { q: query, kind: oneOf(organisationKinds), country: text };
const asked = asking({ ...filters, after: pageKey("organisations"), deleted: key });
const path = "/desk/organisations";

/** Cooperatives and the organisations around them, of which the viewer's programmes know somebody. */
export default async function Organisations({ searchParams }: { searchParams: SearchParams }) {
  const cx = await requireContext("people.read", path);
  const { q, kind, after, deleted, ...said } = await asked(searchParams);
  const reach = gate.reach(cx, "people.read");
  const country = said.country && /^[A-Z]{2}$/.test(said.country) ? said.country : null;
  const found = organisationList(cx, reach, { q: q.q, kind, country, after: after.at });
  const { organisations, next, counts } = q.fault ? { ...found, organisations: [], next: null } : found;
  const t = await getTranslations("organisations");
  const locale = await getLocale();
  const filtered = q.typed || q.fault || kind || country;
  const self = gate.self(cx);
  const addressed = await saidOf(searchParams, Object.keys(filters));
  const countOf = (value: string) => counts.kinds.find((one) => one.value === value)?.count ?? 0;
  return (
    <>
      <PageHead title={t("title")} under={t("lead")} />
      <SavedViews
        list="organisations"
        path={path}
        query={addressed}
        own={ownViews(cx, self, "organisations")}
        deleted={deletedView(cx, self, deleted)}
        shipped={[
          { key: "all", href: path, label: t("all"), count: counts.all, here: addressed === "" },
          {
            key: "cooperatives",
            href: `${path}?kind=cooperative`,
            label: t("cooperatives"),
            count: countOf("cooperative"),
            here: addressed === "kind=cooperative",
          },
        ]}
      />
      <ListNotes
        gone={await passedOver(searchParams, { kind, country, q: q.typed || null }, ["after", "deleted"])}
        otherPage={after.foreign}
      />
      <FacetBar
        path={path}
        said={{}}
        search={{ label: t("search"), query: q }}
        facets={[
          {
            name: "kind",
            label: t("kind"),
            chosen: kind,
            options: organisationKinds
              .filter((value) => countOf(value) > 0 || value === kind)
              .map((value) => ({ value, label: t(`kinds.${value}`), count: countOf(value) })),
          },
          {
            name: "country",
            label: t("country"),
            chosen: country,
            options: counts.countries.map(({ value, count }) => ({
              value,
              label: countryName(value, locale),
              count,
            })),
          },
        ]}
      />
      {organisations.length === 0 ? (
        <Empty title={filtered ? t("noneFits") : t("none")}>
          {filtered ? <Link href={path}>{t("showAll")}</Link> : t("noneNext")}
        </Empty>
      ) : (
        <OrganisationsTable organisations={organisations} />
      )}
      {next ? (
        <NextPage
          href={addressWith(path, {
            q: q.typed || null,
            kind,
            country,
            after: pageKeyOf("organisations", next),
          })}
        />
      ) : null}
    </>
  );
}
