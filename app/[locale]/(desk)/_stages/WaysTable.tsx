import { getLocale, getTranslations } from "next-intl/server";
import { EndMarks, WayMarks } from "@/app/_ui/CertifiedMarks";
import { Cell, Row, RowHead, Table } from "@/app/_ui/kit/Table";
import { ToolMark } from "@/app/_ui/kit/ToolMark";
import { modulesSaid } from "@/app/_ui/modulesSaid";
import { Say } from "@/app/_ui/Say";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import { fullDay } from "@/lib/i18n/format";
import { dotBetween } from "@/lib/i18n/rules";
import type { WayStanding } from "@/lib/stages/queries";
import { endsSaid } from "@/lib/stages/rules/ends";
import { endSaid, holds } from "@/lib/stages/rules/path";
import { BesideModules, BesideNext } from "./Beside";
import { Way } from "./Standings";
import { NextStep } from "./WayNext";

/**
 * The ways of somebody side by side, a row for each tool of a programme, leading to where it is decided on for whoever may; what is
 * asked for on each is folded below.
 */
export async function WaysTable({
  cx,
  personId,
  ways,
}: {
  cx: Context;
  personId: number;
  ways: readonly WayStanding[];
}) {
  const locale = await getLocale();
  const t = await getTranslations("stages");
  if (ways.length === 0) return null;
  const { programmes } = gate.reach(cx, "stage.approve");
  const decides = (id: number) => programmes === "all" || programmes.includes(id);
  const ends = ways.some(({ standing }) => endSaid(standing) !== null);
  return (
    <section className="grid gap-3 min-w-0" aria-labelledby="way">
      <h2 id="way">{t("title")}</h2>
      <Table
        caption={t("title")}
        columns={[
          { key: "tool", label: t("column.tool") },
          { key: "stage", label: t("column.stage") },
          { key: "modules", label: t("column.modules") },
          ...(ends ? [{ key: "until", label: t("column.until") }] : []),
          { key: "next", label: t("column.next") },
        ]}
      >
        <tbody>
          {ways.map((way) => {
            const { tool, programme, programmeId, standing, before, doubted } = way;
            const { stage, since, byException } = standing;
            const until = endSaid(standing);
            const said = holds(stage) ? endsSaid(standing.ends) : [];
            const several = said.length > 1 ? said : null;
            const modules = standing.modules.filter(Boolean);
            return (
              <Row key={`${tool.id} ${programmeId}`}>
                <RowHead
                  {...(decides(programmeId)
                    ? { href: `/desk/people/${personId}/ways/${programmeId}/${tool.id}` }
                    : {})}
                  under={<Say text={programme} />}
                >
                  <ToolMark tool={tool} />
                </RowHead>
                <Cell {...(several ? {} : { under: t("since", { day: fullDay(since, locale) }) })}>
                  <span className="inline-flex flex-wrap gap-x-2 items-center">
                    {t(`stage.${stage}`)}
                    <WayMarks way={{ before, byException, doubted }} several={several !== null} />
                  </span>
                </Cell>
                <Cell
                  label={t("column.modules")}
                  {...(modules.length > 0 && !holds(stage) ? { under: t("column.completed") } : {})}
                >
                  {several
                    ? several.map((one) => (
                        <span key={one.codes.join()} className="block">
                          {modulesSaid(one.codes, t("column.whole"), locale)}{" "}
                          <EndMarks end={one} doubted={doubted} />
                        </span>
                      ))
                    : modules.length > 0
                      ? modulesSaid(modules, "", locale)
                      : t("column.whole")}
                  <BesideModules way={way} />
                </Cell>
                {ends ? (
                  <Cell label={t("column.until")}>
                    {several
                      ? several.map((one) => (
                          <span key={one.codes.join()} className="block">
                            {modulesSaid(one.codes, t("column.whole"), locale)}
                            {dotBetween}
                            {fullDay(one.until, locale)}
                            <span className="block quiet">
                              {t("since", { day: fullDay(one.since, locale) })}
                            </span>
                          </span>
                        ))
                      : until
                        ? fullDay(until, locale)
                        : null}
                  </Cell>
                ) : null}
                <Cell at="next">
                  <NextStep personId={personId} way={way} />
                  <BesideNext personId={personId} way={way} />
                </Cell>
              </Row>
            );
          })}
        </tbody>
      </Table>
      <details>
        <summary className="min-h-11 content-center">{t("conditions")}</summary>
        <div className="grid gap-4 mt-2">
          {ways.map((way) => (
            <Way key={`${way.tool.id} ${way.programmeId}`} personId={personId} way={way} />
          ))}
        </div>
      </details>
    </section>
  );
}
