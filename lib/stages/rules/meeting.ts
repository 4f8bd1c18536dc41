import { observationsCounting, workshopsCounting } from "./counting";
import { practiceAfter } from "./ends";
import type { Gates } from "./gates";
import { outOfPeriod } from "./lost";
import { type Evidence, type GateState, knownOn, only, stageOf } from "./stage";

/**
 * By condition before a recommendation, the keys of the pieces of a history by which it is met, or in part, on a civil day. What counts
 * for none of them stands in none.
 * @param of modules for which the conditions are asked; null: for the way as a whole.
 */
export function meeting(
  history: readonly Evidence[],
  gates: Gates,
  day: string,
  first: string | null,
  of: readonly string[] | null = null,
): (gate: GateState["gate"]) => ReadonlySet<string> {
  const known = knownOn(history, day);
  const tots = only(known, "tot_completed");
  const keys = (pieces: readonly { key: string }[]) => new Set(pieces.map(({ key }) => key));
  const standing = stageOf(history, gates, day, first, of);
  const asked = standing?.asked ?? of;
  const after = practiceAfter(known, gates.graceMonths, day, asked) ?? "";
  const later = <One extends { day: string }>(pieces: readonly One[]) =>
    pieces.filter((one) => one.day > after);
  const counting = () => later(workshopsCounting(known, gates, day, asked));
  const workshops = () => {
    const lost = outOfPeriod(history, gates, day, standing);
    return counting().filter(({ key }) => !lost.has(key));
  };
  return (gate) => {
    switch (gate) {
      case "tot":
        return keys(tots);
      case "practicum":
        return keys([...only(known, "practicum"), ...tots.filter(({ practicum }) => practicum)]);
      case "firstModule":
        return keys(
          [...tots, ...only(known, "recognised")].filter(
            ({ modules }) => first !== null && modules.includes(first),
          ),
        );
      case "actionPlan":
        return keys(only(known, "action_plan"));
      case "workshops":
        return keys(workshops());
      case "leadWorkshops":
        return keys(counting().filter(({ role }) => role === "lead"));
      case "observations":
      case "observers":
        return keys(later(observationsCounting(known, gates, asked)));
      case "coachingVisits":
        return keys(later(only(known, "coaching_visit")));
      case "examination":
      case "refresher":
        return keys(later(only(known, gate)));
      default:
        return new Set();
    }
  };
}
