import { getLocale, getTranslations } from "next-intl/server";
import { CourseDates } from "@/app/_ui/CourseLine";
import { addressWith } from "@/app/_ui/kit/address";
import { Cell, Row, RowHead, Table } from "@/app/_ui/kit/Table";
import { Say } from "@/app/_ui/Say";
import { SharedWith } from "@/app/_ui/SharedWith";
import type { CascadeList } from "@/lib/cascade/queries";
import { wholeNumber } from "@/lib/i18n/format";
import { dotBetween, shownIn } from "@/lib/i18n/rules";
import { peopleIn } from "@/lib/records/rules/numbers";
import { mostReached, Reach } from "./_numbers/Reach";
import { TrainersUnder } from "./_numbers/TrainersUnder";

/** First trainings of trainers, each with all that came of it. */
export async function TotTable({ tots, tool }: { tots: CascadeList["first"]; tool: string | null }) {
  const locale = await getLocale();
  const t = await getTranslations("cascade");
  const number = (value: number) => wholeNumber(value, locale);
  const whole = mostReached(tots.map(({ numbers }) => numbers));
  const columns = [
    { key: "tot", label: t("tot") },
    { key: "trainers", label: t("trainers"), end: true },
    { key: "workshops", label: t("workshops"), end: true },
    { key: "reach", label: t("reach"), wide: true },
    { key: "people", label: t("people"), end: true },
    { key: "organisations", label: t("organisations"), end: true },
    { key: "generations", label: t("generations"), end: true },
  ];
  return (
    <Table caption={t("firstTots")} columns={columns}>
      <tbody>
        {tots.map(({ numbers: n, ...course }) => (
          <Row key={course.id}>
            <RowHead
              href={addressWith(`/desk/cascade/${course.id}`, { tool })}
              under={
                <>
                  <CourseDates course={course} short />
                  {dotBetween}
                  <bdi>{course.programme}</bdi>
                  <SharedWith course={course} dot />
                </>
              }
            >
              <Say text={course.title} />
            </RowHead>
            <Cell end label={t("trainers")} under={<TrainersUnder numbers={n} />}>
              {number(n.trainers)}
            </Cell>
            <Cell end label={t("workshops")}>
              {number(n.workshops)}
            </Cell>
            <Cell wide>
              <div className="min-w-24">
                <Reach of={shownIn(course.title, locale)} reach={n} whole={whole} />
              </div>
            </Cell>
            <Cell
              end
              label={t("people")}
              under={
                peopleIn(n.recordedPeople) > 0
                  ? t("recordedPeople", { count: peopleIn(n.recordedPeople) })
                  : undefined
              }
            >
              {number(n.people)}
            </Cell>
            <Cell end label={t("organisations")}>
              {number(n.organisations)}
            </Cell>
            <Cell end label={t("generations")}>
              {number(course.generations)}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
