import { getLocale, getTranslations } from "next-intl/server";
import { CourseDates } from "@/app/_ui/CourseLine";
import { Cell, Row, RowHead, Table } from "@/app/_ui/kit/Table";
import { Say } from "@/app/_ui/Say";
import type { Cascade } from "@/lib/cascade/queries";
import { wholeNumber } from "@/lib/i18n/format";
import { NumberCells, numberColumns } from "../_numbers/NumberCells";

/** The same as a table: every training of the cascade with what came of its own trainers; nothing where there is but one. */
export async function Trainings({ cascade }: { cascade: Cascade }) {
  if (cascade.trainings.length < 2) return null;
  const locale = await getLocale();
  const t = await getTranslations("cascade");
  const columns = [
    { key: "tot", label: t("tot") },
    { key: "generation", label: t("generation"), end: true },
    ...(await numberColumns()),
  ];
  return (
    <section className="grid gap-2 min-w-0">
      <h2>{t("everyTot")}</h2>
      <Table caption={t("everyTot")} columns={columns}>
        <tbody>
          {cascade.trainings.map(({ numbers, generation, ...course }) => (
            <Row key={course.id}>
              <RowHead href={`/desk/cascade/${course.id}`} under={<CourseDates course={course} short />}>
                <Say text={course.title} />
              </RowHead>
              <Cell end label={t("generation")}>
                {wholeNumber(generation, locale)}
              </Cell>
              <NumberCells numbers={numbers} apart />
            </Row>
          ))}
        </tbody>
      </Table>
      {cascade.moreTrainings > 0 ? (
        <p className="quiet">{t("moreTots", { count: cascade.moreTrainings })}</p>
      ) : null}
    </section>
  );
}
