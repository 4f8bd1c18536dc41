import { command } from "../../acts/command";
import { happened } from "../../acts/happened";
import { toolCatalogue } from "../../curriculum/queries";
import { fault } from "../../faults";
import { dayThere } from "../../programmes/store/days";
import { refuse, refuseAt } from "../../result";
import { addMonths } from "../../time/zone";
import { notStruck } from "../observing";
import { overlaps } from "../rules/before";
import { validMonthsMost } from "../rules/gates";
import { modulesOfTools } from "../rules/ledger";
import { certifiedBeforeSchema } from "../schema";
import { insertStageEvent, stageEventsOf } from "../store/events";
import { decidedOn, demandPast } from "./recognise";

/**
 * Enters a certification from before, by its paper: of modules of one tool, from a day that is over until another one, no longer than any programme's. It is
 * in force once somebody else confirmed it, and is shown as one from before for ever. Refused for oneself and whoever is bound to the
 * viewer, where it was entered already, and where another one says the same of a module in the same time.
 */
export const enterCertifiedBefore = command("stage.approve", certifiedBeforeSchema, (cx, input) => {
  const { person, programme } = decidedOn(cx, "stage.approve", input);
  demandPast(input.day, dayThere(cx, programme.id, person.country));
  if (input.until < input.day) refuseAt({ until: fault("endBeforeStart") });
  if (input.until > addMonths(input.day, validMonthsMost)) refuseAt({ until: fault("certifiedTooLong") });
  const of = modulesOfTools(toolCatalogue(cx));
  const chosen = input.moduleIds.map((id) => of.get(id) ?? refuse("notFound"));
  const toolId = chosen[0]!.toolId;
  if (chosen.some((one) => one.toolId !== toolId)) refuseAt({ moduleIds: fault("modulesOfOneTool") });
  const modules = [...new Set(chosen.map(({ code }) => code))].sort();
  const { day, until, words } = input;
  const there = notStruck(stageEventsOf(cx, [person.id])).filter(
    (one) => one.kind === "certified_before" && one.toolId === toolId && one.programmeId === programme.id,
  );
  if (there.some((one) => one.day === day && one.until === until && String(one.modules) === String(modules)))
    refuseAt({ day: fault("certifiedBeforeThere") });
  if (
    there.some((one) =>
      overlaps({ modules: one.modules ?? [], day: one.day, until: one.until! }, { modules, day, until }),
    )
  )
    refuseAt({ day: fault("certifiedBeforeOverlaps") });
  insertStageEvent(cx, {
    ...{ personId: person.id, programmeId: programme.id, toolId, modules, day, until, words },
    ...{ kind: "certified_before", awaits: "confirmed" },
  });
  happened(cx, {
    kind: "stage.certified-before",
    ...{ personId: person.id, programmeId: programme.id, tool: toolId, until },
  });
  return { personId: person.id };
});
