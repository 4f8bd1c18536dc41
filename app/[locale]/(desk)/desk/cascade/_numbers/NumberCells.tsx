import { getLocale, getTranslations } from "next-intl/server";
import { Cell } from "@/app/_ui/kit/Table";
import { type CascadeNumbers, womenReached } from "@/lib/cascade/rules/numbers";
import { wholeNumber } from "@/lib/i18n/format";
import { peopleIn } from "@/lib/records/rules/numbers";
import { TrainersUnder } from "./TrainersUnder";

const shown = ["trainers", "workshops", "people", "attended", "women", "organisations"] as const;

/** The columns of `NumberCells`. */
export async function numberColumns() {
  const t = await getTranslations("cascade");
  return shown.map((key) => ({ key, label: t(key), end: true }));
}

/** What came of trainings of trainers as cells of a row. */
export async function NumberCells({ numbers }: { numbers: CascadeNumbers }) {
  const locale = await getLocale();
  const t = await getTranslations("cascade");
  return (
    <>
      <Cell end label={t("trainers")} under={<TrainersUnder numbers={numbers} />}>
        {wholeNumber(numbers.trainers, locale)}
      </Cell>
      <ReachCells workshops={numbers.workshops} reach={numbers} />
    </>
  );
}

type Reached = Pick<
  CascadeNumbers,
  "people" | "attendances" | "organisations" | "cooperatives" | "recordedPeople" | "recordedWorkshops"
>;

/** Whom workshops reached, as the cells after that of the trainers. */
export async function ReachCells({ workshops, reach: n }: { workshops: number; reach: Reached }) {
  const locale = await getLocale();
  const t = await getTranslations("cascade");
  const recorded = peopleIn(n.recordedPeople);
  const women = womenReached(n);
  const reached = n.people + recorded > 0;
  return (
    <>
      <Cell
        end
        label={t("workshops")}
        under={n.recordedWorkshops > 0 ? t("inNumbers", { count: n.recordedWorkshops }) : undefined}
      >
        {wholeNumber(workshops, locale)}
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
      <Cell end label={t("women")} under={women === null ? undefined : t("womenOf", { count: recorded })}>
        {women !== null ? wholeNumber(women, locale) : reached ? t("notKnown") : wholeNumber(0, locale)}
      </Cell>
      <Cell
        end
        label={t("organisations")}
        under={n.cooperatives > 0 ? t("cooperatives", { count: n.cooperatives }) : undefined}
      >
        {wholeNumber(n.organisations, locale)}
      </Cell>
    </>
  );
}
