import { getTranslations } from "next-intl/server";
import type { CascadeNumbers } from "@/lib/cascade/rules/numbers";
import { type BySex, peopleIn, womenIn } from "@/lib/records/rules/numbers";

/** What a message says of women among attendances: how many, of how many, and of how many it is not known. */
export const amongAttendances = (women: number, attended: BySex) => ({
  count: women,
  of: peopleIn(attended),
  some: attended.unknown > 0 ? "yes" : "no",
  unknown: attended.unknown,
});

/** How many women something reached, in words: among attendances, and what records say apart; that it is not known, where neither says it. */
export async function womenSaid({
  attendedBySex,
  recordedPeople,
}: Pick<CascadeNumbers, "attendedBySex" | "recordedPeople">): Promise<string[]> {
  const t = await getTranslations("cascade");
  const [attended, recorded] = [womenIn(attendedBySex), womenIn(recordedPeople)];
  const said = [
    ...(attended === null ? [] : [t("womenAttended", amongAttendances(attended, attendedBySex))]),
    ...(recorded === null ? [] : [t("womenAmong", { count: recorded, of: peopleIn(recordedPeople) })]),
  ];
  return said.length > 0 ? said : [t("womenUnknown")];
}
