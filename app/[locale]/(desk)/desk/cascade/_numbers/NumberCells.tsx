import { getLocale, getTranslations } from "next-intl/server";
import { Cell } from "@/app/_ui/kit/Table";
import type { CascadeNumbers } from "@/lib/cascade/rules/numbers";
import { wholeNumber } from "@/lib/i18n/format";
import { peopleIn, womenIn } from "@/lib/records/rules/numbers";
import { CooperativesUnder } from "./CooperativesUnder";
import { TrainersUnder } from "./TrainersUnder";
import { amongAttendances } from "./womenSaid";

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
  | "people"
  | "attendances"
  | "attendedBySex"
  | "organisations"
  | "cooperatives"
  | "newCooperatives"
  | "recordedPeople"
  | "recordedWorkshops"
>;

/** Whom workshops reached, as the cells after that of the trainers. */
export async function ReachCells({ workshops, reach: n }: { workshops: number; reach: Reached }) {
  const locale = await getLocale();
  const t = await getTranslations("cascade");
  const recorded = peopleIn(n.recordedPeople);
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
      <WomenCell reach={n} />
      <Cell end label={t("organisations")} under={<CooperativesUnder numbers={n} />}>
        {wholeNumber(n.organisations, locale)}
      </Cell>
    </>
  );
}

/** Women among attendances, with what records say of theirs below. Where these alone say it, they stand in the cell. */
async function WomenCell({ reach: n }: { reach: Reached }) {
  const locale = await getLocale();
  const t = await getTranslations("cascade");
  const [attended, recorded] = [womenIn(n.attendedBySex), womenIn(n.recordedPeople)];
  const all = peopleIn(n.recordedPeople);
  if (attended !== null)
    return (
      <Cell
        end
        label={t("women")}
        under={
          <>
            {t("womenOfAttended", amongAttendances(attended, n.attendedBySex))}
            {recorded === null ? null : (
              <span className="block">{t("womenAmong", { count: recorded, of: all })}</span>
            )}
          </>
        }
      >
        {wholeNumber(attended, locale)}
      </Cell>
    );
  const reached = n.people + all > 0;
  return (
    <Cell end label={t("women")} under={recorded === null ? undefined : t("womenOf", { count: all })}>
      {recorded !== null ? wholeNumber(recorded, locale) : reached ? t("notKnown") : wholeNumber(0, locale)}
    </Cell>
  );
}
