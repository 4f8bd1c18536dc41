import { setGates } from "../../lib/stages/commands";
import { ownGates } from "../../lib/stages/rules/gates";
import { gatesSchema } from "../../lib/stages/schema";
import { as } from "./as";
import { value, type World } from "./world";

/** Sets a programme's first conditions: nothing beside the training of trainers, but what is said. */
export function setFirstGates(w: World, said: Record<string, string>, inForceFrom = "2027-02-01"): void {
  const nothing = Object.entries(ownGates).map(([gate, one]) => [
    gate,
    typeof one === "boolean" ? "no" : "0",
  ]);
  const asked = { passMark: "3.5", criterionMinimum: "1", validMonths: "36", masterValidMonths: "36" };
  const form = { programmeId: String(w.programmeId), seen: "0", preset: "own", inForceFrom };
  const fields = { ...Object.fromEntries(nothing), ...asked, countOneIn: "1", ...form, ...said };
  value(setGates(as(w.coordinator), gatesSchema.parse(fields)));
}
