import { getLocale, getTranslations } from "next-intl/server";
import { Cell, Row, RowHead, SumRow, Table } from "@/app/_ui/kit/Table";
import type { Cascade } from "@/lib/cascade/queries";
import type { CascadeNumbers } from "@/lib/cascade/rules/numbers";
import { wholeNumber } from "@/lib/i18n/format";
import { peopleIn } from "@/lib/records/rules/numbers";

/** The numbers of each generation, and in sum, where everybody is counted once. */
export async function Generations({ cascade }: { cascade: Cascade }) {
  const locale = await getLocale();
  const t = await getTranslations("cascade");
  const columns = [
    { key: "generation", label: t("generation") },
    ...(["trainers", "workshops", "people", "attended", "organisations"] as const).map((key) => ({
      key,
      label: t(key),
      end: true,
    })),
  ];
  const cells = (n: CascadeNumbers) => {
    const recorded = peopleIn(n.recordedPeople);
    return (
      <>
        <Cell end label={t("trainers")}>
          {wholeNumber(n.trainers, locale)}
        </Cell>
        <Cell end label={t("workshops")}>
          {wholeNumber(n.workshops, locale)}
        </Cell>
        <Cell
          end
          label={t("people")}
          under={recorded > 0 ? t("recordedPeople", { count: recorded }) : undefined}
        >
          {wholeNumber(n.people, locale)}
        </Cell>
        <Cell end label={t("attended")}>
          {wholeNumber(n.attendances, locale)}
        </Cell>
        <Cell end label={t("organisations")}>
          {wholeNumber(n.organisations, locale)}
        </Cell>
      </>
    );
  };
  return (
    <section className="grid gap-2 min-w-0">
      <h2>{t("byGeneration")}</h2>
      <Table
        caption={t("byGeneration")}
        columns={columns}
        foot={<SumRow label={t("once")}>{cells(cascade.sum)}</SumRow>}
      >
        <tbody>
          {cascade.generations.map(({ generation, numbers }) => (
            <Row key={generation}>
              <RowHead>{t("generationNumber", { number: generation })}</RowHead>
              {cells(numbers)}
            </Row>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
