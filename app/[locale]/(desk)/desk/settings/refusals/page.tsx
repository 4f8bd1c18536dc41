import { useTranslations } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { asking, keyIn, oneOf, pageKey, pageKeyOf, passedOver, type SearchParams } from "@/app/_server/asked";
import { requireContext } from "@/app/_server/context";
import { writeRefusals } from "@/app/_server/refusals";
import { addressWith } from "@/app/_ui/kit/address";
import { Empty } from "@/app/_ui/kit/Empty";
import { FacetBar } from "@/app/_ui/kit/FacetBar";
import { ListNotes } from "@/app/_ui/kit/ListNotes";
import { NextPage } from "@/app/_ui/kit/NextPage";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { Cell, Row, RowHead, Table } from "@/app/_ui/kit/Table";
import { Written } from "@/app/_ui/Written";
import * as gate from "@/lib/access/gate";
import { moment } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/rules";
import { refusalList } from "@/lib/limits/queries";
import { areaOf, refusalKinds } from "@/lib/limits/rules";

export const generateMetadata = async () => ({ title: (await getTranslations("refusals"))("title") });

const path = "/desk/settings/refusals";
const asked = asking({ kind: oneOf(refusalKinds), before: pageKey("refusals") });

/** What was refused, to whom and from where, the newest first: for administrators. */
export default async function Refusals({ searchParams }: { searchParams: SearchParams }) {
  const cx = await requireContext("refusals.read", path);
  writeRefusals();
  const { kind, before } = await asked(searchParams);
  const reach = gate.everywhere(cx, "refusals.read");
  const from = keyIn(before.at ?? undefined) || null;
  const { refused, next, counts } = refusalList(cx, reach, { kind, before: from });
  const t = await getTranslations("refusals");
  const locale = (await getLocale()) as Locale;
  const columns = (["kind", "when", "about", "address", "who", "count", "number"] as const).map((column) => ({
    key: column,
    label: t(column),
    end: column === "count",
  }));
  return (
    <>
      <PageHead title={t("title")} under={t("lead")} />
      <FacetBar
        path={path}
        said={{}}
        facets={[
          {
            name: "kind",
            label: t("kind"),
            chosen: kind,
            options: refusalKinds.map((value) => ({
              value,
              label: t(`kinds.${value}`),
              count: counts.get(value) ?? 0,
            })),
          },
        ]}
      />
      <ListNotes gone={await passedOver(searchParams, { kind }, ["before"])} otherPage={before.foreign} />
      {refused.length === 0 ? (
        <Empty title={kind ? t("noneOfKind") : t("none")} />
      ) : (
        <Table caption={t("title")} columns={columns}>
          <tbody>
            {refused.map((row) => (
              <Row key={row.id}>
                <RowHead>{t(`kinds.${row.kind}`)}</RowHead>
                <Cell label={t("when")}>
                  <time dateTime={new Date(row.at).toISOString()}>{moment(row.at, "UTC", locale)}</time>
                </Cell>
                <Cell label={t("about")}>
                  <Where about={row.about} />
                </Cell>
                <Cell label={t("address")}>
                  {row.address === "*" ? t("together") : <bdi dir="ltr">{row.address}</bdi>}
                </Cell>
                <Cell label={t("who")}>
                  {row.personName === null ? t("nobody") : <Written>{row.personName}</Written>}
                </Cell>
                <Cell label={t("count")} end>
                  {row.count}
                </Cell>
                <Cell label={t("number")}>{row.requestId ? <bdi dir="ltr">{row.requestId}</bdi> : null}</Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
      {next === null ? null : (
        <NextPage href={addressWith(path, { kind, before: pageKeyOf("refusals", String(next)) })} />
      )}
    </>
  );
}

/** Where something was refused: the area of an act, or the address of a page. */
function Where({ about }: { about: string | null }) {
  const t = useTranslations("refusals.where");
  const area = about === null ? null : areaOf(about);
  return area ? t(area) : about === null ? null : <bdi dir="ltr">{about}</bdi>;
}
