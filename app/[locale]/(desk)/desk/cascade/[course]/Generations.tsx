import { getTranslations } from "next-intl/server";
import { Row, RowHead, SumRow, Table } from "@/app/_ui/kit/Table";
import type { Cascade } from "@/lib/cascade/queries";
import { NumberCells, numberColumns } from "../_numbers/NumberCells";

/** The numbers of each generation, and in sum, where everybody is counted once. */
export async function Generations({ cascade }: { cascade: Cascade }) {
  const t = await getTranslations("cascade");
  return (
    <section className="grid gap-2 min-w-0">
      <h2>{t("byGeneration")}</h2>
      <Table
        caption={t("byGeneration")}
        columns={[{ key: "generation", label: t("generation") }, ...(await numberColumns())]}
        foot={
          <SumRow label={t("once")}>
            <NumberCells numbers={cascade.sum} />
          </SumRow>
        }
      >
        <tbody>
          {cascade.generations.map(({ generation, numbers }) => (
            <Row key={generation}>
              <RowHead>{t("generationNumber", { number: generation })}</RowHead>
              <NumberCells numbers={numbers} />
            </Row>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
