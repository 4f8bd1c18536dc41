import { getTranslations } from "next-intl/server";
import type { CascadeNumbers } from "@/lib/cascade/rules/numbers";
import { dotBetween } from "@/lib/i18n/rules";
import { peopleIn } from "@/lib/records/rules/numbers";
import { womenSaid } from "../_numbers/womenSaid";

type Reached = Pick<
  CascadeNumbers,
  "people" | "attendances" | "attendedBySex" | "organisations" | "cooperatives" | "recordedPeople"
>;

/** Whom something reached, in words: attendances apart from people, women as far as they are known, organisations and cooperatives. */
export async function reachSaid(reach: Reached): Promise<string[]> {
  const t = await getTranslations("cascade");
  const recorded = peopleIn(reach.recordedPeople);
  if (reach.people + recorded === 0 && reach.organisations === 0) return [];
  return [
    ...(reach.people > 0 ? [t("attendances", { count: reach.attendances })] : []),
    ...(reach.people + recorded > 0 ? await womenSaid(reach) : []),
    ...(reach.organisations > 0 ? [t("organisationCount", { count: reach.organisations })] : []),
    ...(reach.cooperatives > 0 ? [t("cooperatives", { count: reach.cooperatives })] : []),
  ];
}

/** The numbers of one training and of what its own trainers held, beside one another. */
export async function NodeNumbers({ numbers: n }: { numbers: CascadeNumbers }) {
  const t = await getTranslations("cascade");
  const recordedTrainers = peopleIn(n.recordedTrainers);
  const recordedPeople = peopleIn(n.recordedPeople);
  const said = [
    t("trainerCount", { count: n.trainers }),
    t("practising", { count: n.practising }),
    t("certified", { count: n.certified }),
    ...(recordedTrainers > 0 ? [t("recordedTrainers", { count: recordedTrainers })] : []),
    t("workshopCount", { count: n.workshops }),
    t("peopleCount", { count: n.people }),
    ...(recordedPeople > 0 ? [t("recordedPeople", { count: recordedPeople })] : []),
    ...(await reachSaid(n)),
  ];
  return <span className="quiet">{said.join(dotBetween)}</span>;
}
