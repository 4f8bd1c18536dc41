import { Plus } from "lucide-react";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { asking, key, type SearchParams } from "@/app/_server/asked";
import { requireContext } from "@/app/_server/context";
import { Empty } from "@/app/_ui/kit/Empty";
import { GoalBar } from "@/app/_ui/kit/GoalBar";
import { NextPage } from "@/app/_ui/kit/NextPage";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { Cell, Row, RowHead, Table } from "@/app/_ui/kit/Table";
import { pageAfter } from "@/app/_ui/pageAfter";
import { Say } from "@/app/_ui/Say";
import { Written } from "@/app/_ui/Written";
import * as gate from "@/lib/access/gate";
import { mayAnywhere } from "@/lib/access/table";
import { countryName, list, saidAsCountry, shortRange } from "@/lib/i18n/format";
import { shownIn } from "@/lib/i18n/rules";
import { coursesOnceIn, programmeDays, programmeList, withCourses } from "@/lib/programmes/queries";
import { programmeCalled } from "@/lib/programmes/rules";
import { monthOf } from "@/lib/programmes/rules/numbers";

export const generateMetadata = async () => ({ title: (await getTranslations("programmes"))("title") });

const onPage = 30;

const asked = asking({ after: key });

/** The viewer's programmes, by their codes. */
export default async function Programmes({ searchParams }: { searchParams: SearchParams }) {
  const cx = await requireContext("programmes.read", "/desk/programmes");
  const reach = gate.reach(cx, "programmes.read");
  const all = programmeList(cx, reach);
  const { after } = await asked(searchParams);
  const { rows, next } = pageAfter(all, (p) => p.id, after, onPage);
  const programmes = withCourses(cx, rows);
  const dated = programmes.some((p) => p.startsOn && p.endsOn);
  const locale = await getLocale();
  const t = await getTranslations("programmes");
  const n = await getTranslations("programmeNumbers");
  const days = programmeDays(cx);
  return (
    <>
      <PageHead
        title={t("title")}
        action={
          mayAnywhere(cx.viewer, "programmes.create") ? (
            <Link href="/desk/programmes/new" prefetch={false} className="button-main">
              <Plus size={18} />
              {t("new")}
            </Link>
          ) : null
        }
      />
      {programmes.length === 0 ? <Empty title={t("none")}>{t("noneNext")}</Empty> : null}
      {programmes.length > 0 ? (
        <Table
          caption={t("title")}
          columns={[
            { key: "programme", label: t("programme") },
            { key: "countries", label: t("countries") },
            { key: "donor", label: t("donor") },
            ...(dated ? [{ key: "time", label: n("duration") }] : []),
            { key: "courses", label: n("courses"), end: true },
          ]}
        >
          <tbody>
            {programmes.map((p) => {
              const month = monthOf(p, days.of(p.id));
              return (
                <Row key={p.id}>
                  <RowHead
                    href={`/desk/programmes/${p.id}`}
                    under={
                      shownIn(programmeCalled(p.title), locale) === p.code ? (
                        <Say text={p.title} />
                      ) : (
                        <bdi>{p.code}</bdi>
                      )
                    }
                  >
                    <Say text={programmeCalled(p.title)} />
                  </RowHead>
                  <Cell>
                    {list(
                      p.countries.map((c) => countryName(c, locale)),
                      locale,
                    )}
                  </Cell>
                  <Cell>
                    {p.donor ? (
                      <Written className="inline-block min-w-24">{saidAsCountry(p.donor, locale)}</Written>
                    ) : null}
                  </Cell>
                  {dated ? (
                    <Cell>
                      {p.startsOn && p.endsOn ? (
                        <span className="grid gap-1">
                          {shortRange(p.startsOn, p.endsOn, locale)}
                          {month ? (
                            <GoalBar
                              label={n("monthOf", { month: month.month, of: month.of })}
                              value={month.month}
                              whole={month.of}
                              tone="second"
                            />
                          ) : null}
                        </span>
                      ) : null}
                    </Cell>
                  ) : null}
                  <Cell end label={n("courses")}>
                    {p.courses}
                  </Cell>
                </Row>
              );
            })}
          </tbody>
        </Table>
      ) : null}
      {programmes.some((p) => p.shared > 0) ? (
        <p className="quiet">{n("onceInAll", { count: coursesOnceIn(cx, reach) })}</p>
      ) : null}
      {next === null ? null : <NextPage href={`/desk/programmes?after=${next}`} />}
    </>
  );
}
