import { Eye } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { Cell, Row, RowHead, Table } from "@/app/_ui/kit/Table";
import { FirstName } from "@/app/_ui/PersonName";
import { Say } from "@/app/_ui/Say";
import { fullDay, shortRange, wholeNumber } from "@/lib/i18n/format";
import type { Observation } from "@/lib/stages/queries";

/** The workshops of somebody that were observed: by whom, when, the mean and the lowest criterion, whether both signed; what was struck out says so and is not counted. */
export async function Observations({
  observations,
  open,
}: {
  observations: readonly Observation[];
  /** Keys of the courses that the viewer may open. */
  open: ReadonlySet<number>;
}) {
  const locale = await getLocale();
  const t = await getTranslations("observed");
  if (observations.length === 0) return null;
  const standing = observations.filter(({ struckOn }) => struckOn === null).length;
  return (
    <section className="grid gap-3" aria-labelledby="observed">
      <h2 id="observed">
        {t("title")} <span className="quiet tabular-nums">{wholeNumber(standing, locale)}</span>
      </h2>
      <Table
        caption={t("title")}
        columns={[
          { key: "course", label: t("workshop") },
          { key: "day", label: t("day") },
          { key: "observer", label: t("observer") },
          { key: "mean", label: t("mean"), end: true },
          { key: "lowest", label: t("lowest"), end: true },
        ]}
      >
        <tbody>
          {observations.map((one) => (
            <Row key={one.id}>
              <RowHead {...(open.has(one.courseId) ? { href: `/desk/courses/${one.courseId}` } : {})}>
                <Say text={one.course} />
                {one.struckOn ? (
                  <span className="block quiet font-normal">
                    {t("struck", { day: fullDay(one.struckOn, locale) })}
                  </span>
                ) : null}
                {one.cancelled ? <span className="block quiet font-normal">{t("cancelled")}</span> : null}
              </RowHead>
              <Cell>
                <span className="kept">{shortRange(one.day, one.day, locale)}</span>
              </Cell>
              <Cell label={t("observer")} under={t(one.signed ? "bothSigned" : "unsigned")}>
                {one.by ? <FirstName of={one.by} /> : "–"}
              </Cell>
              <Cell end label={t("mean")}>
                <span className="inline-flex gap-1 items-center kept">
                  <Eye size={16} aria-hidden />
                  {t("ofFive", { points: wholeNumber(one.mean / 10, locale) })}
                </span>
              </Cell>
              <Cell end label={t("lowest")}>
                {wholeNumber(one.lowest, locale)}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
