import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { CourseDates } from "@/app/_ui/CourseLine";
import { addressWith } from "@/app/_ui/kit/address";
import { Cell, Row, RowHead, Table } from "@/app/_ui/kit/Table";
import { FirstName } from "@/app/_ui/PersonName";
import { Say } from "@/app/_ui/Say";
import { SharedWith } from "@/app/_ui/SharedWith";
import type { Cascade, CascadeTrainer } from "@/lib/cascade/queries";
import { list } from "@/lib/i18n/format";
import { dotBetween } from "@/lib/i18n/rules";
import { NumberCells, numberColumns, ReachCells } from "../_numbers/NumberCells";
import { Fold } from "./Fold";

/** The same as a table: every training of the cascade with what came of its own trainers and, below it, each of these who is drawn. */
export async function Trainings({
  cascade,
  said,
}: {
  cascade: Cascade;
  /** What an address of a cascade says besides. */
  said: Readonly<Record<string, string | null>>;
}) {
  const t = await getTranslations("cascade");
  const columns = [{ key: "tot", label: t("totOrTrainer") }, ...(await numberColumns())];
  return (
    <section className="grid gap-2 min-w-0">
      <h2>{t("asTable")}</h2>
      <Fold label={t("asTableOpen")} />
      <div className="min-w-0">
        <Table caption={t("asTable")} columns={columns}>
          <tbody>
            {cascade.trainings.flatMap(({ numbers, generation, trainers, ...course }) => [
              <Row key={course.id}>
                <RowHead
                  href={addressWith(`/desk/cascade/${course.id}`, said)}
                  under={
                    <>
                      {t("generationNumber", { number: generation })}
                      {dotBetween}
                      <CourseDates course={course} short />
                      <SharedWith course={course} dot />
                    </>
                  }
                >
                  <Say text={course.title} />
                </RowHead>
                <NumberCells numbers={numbers} />
              </Row>,
              ...(trainers ?? []).map((trainer) => (
                <TrainerRow key={`${course.id} ${trainer.personId}`} trainer={trainer} />
              )),
            ])}
          </tbody>
        </Table>
      </div>
      {cascade.moreTrainings > 0 ? (
        <p className="quiet">{t("moreTots", { count: cascade.moreTrainings })}</p>
      ) : null}
    </section>
  );
}

async function TrainerRow({ trainer }: { trainer: CascadeTrainer }) {
  const locale = await getLocale();
  const t = await getTranslations("cascade");
  const { personId, name, practised, certified, workshops, reach } = trainer;
  return (
    <Row>
      <RowHead>
        <span className="block ps-4">
          {name ? (
            <Link href={`/desk/people/${personId}`} prefetch={false}>
              <FirstName of={name} />
            </Link>
          ) : (
            t("somebody")
          )}
        </span>
      </RowHead>
      <Cell end label={t("trainers")}>
        {list(
          [practised ? t("hasTaught") : t("notPractised"), ...(certified ? [t("isCertified")] : [])],
          locale,
        )}
      </Cell>
      <ReachCells workshops={workshops.length} reach={reach} />
    </Row>
  );
}
