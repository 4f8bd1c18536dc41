import { useTranslations } from "next-intl";
import { Written } from "@/app/_ui/Written";
import { dotBetween } from "@/lib/i18n/rules";
import type { ownStops } from "@/lib/stages/queries/entered";

type Stops = ReturnType<typeof ownStops>;

/** Why a way is halted, in the words of the decision; nothing of one that goes on. */
export function StopReason({ stops, way }: { stops: Stops; way: { toolId: number; programmeId: number } }) {
  const decide = useTranslations("decide");
  return stops
    .filter((one) => one.toolId === way.toolId && one.programmeId === way.programmeId)
    .map(({ words }) => (
      <p key={words}>
        {decide("reason")}
        {dotBetween}
        <Written>{words}</Written>
      </p>
    ));
}
