import { getLocale, getTranslations } from "next-intl/server";
import { Cell } from "@/app/_ui/kit/Table";
import type { CascadeNumbers } from "@/lib/cascade/rules/numbers";
import { wholeNumber } from "@/lib/i18n/format";
import { peopleIn } from "@/lib/records/rules/numbers";
import { TrainersUnder } from "./TrainersUnder";

const shown = ["trainers", "workshops", "people", "attended", "organisations"] as const;

/** The columns of `NumberCells`. */
export async function numberColumns() {
  const t = await getTranslations("cascade");
  return shown.map((key) => ({ key, label: t(key), end: true }));
}

/**
 * What came of trainings of trainers as cells of a row. `apart`: below the trainers, how many of them practised and how many
 * more are known in numbers only.
 */
export async function NumberCells({ numbers: n, apart }: { numbers: CascadeNumbers; apart?: boolean }) {
  const locale = await getLocale();
  const t = await getTranslations("cascade");
  const recorded = peopleIn(n.recordedPeople);
  return (
    <>
      <Cell end label={t("trainers")} under={apart ? <TrainersUnder numbers={n} /> : undefined}>
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
}
