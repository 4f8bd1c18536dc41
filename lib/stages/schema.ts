import * as z from "zod";
import { says } from "../faults";
import {
  checkbox,
  day,
  id,
  ids,
  oneOf,
  optionalDay,
  optionalId,
  optionalLine,
  requiredLine,
  wholeNumber,
} from "../fields";
import { rowsOf } from "../rows";
import { type Gates, gateKinds, gatePresets } from "./rules/gates";
import { mostPlanned } from "./rules/plan";

/** Earlier learning to recognise: modules of one tool or several, on one piece of evidence. */
export const recogniseSchema = z.object({
  personId: id(),
  programmeId: id(),
  moduleIds: ids(100).refine((all) => all.length > 0, says("chooseModules")),
  day: optionalDay(),
  evidence: requiredLine(500),
});

/** Who is somebody's superior; empty: nobody. */
export const superiorSchema = z.object({ personId: id(), superiorId: optionalId() });

/** Something that was recognised, taken back. */
export const takeBackSchema = z.object({ recognitionId: id(), reason: requiredLine(500) });

/** Asked for or not, which has to be said: yes ↔ true, no ↔ false. */
const asked = () =>
  z.codec(z.union([z.string(), z.boolean()]).nullish(), z.boolean(), {
    decode: (said, context) => {
      if (said === true || said === "yes") return true;
      if (said === false || said === "no") return false;
      context.issues.push({ code: "custom", input: said, ...says("choose") });
      return z.NEVER;
    },
    encode: (is) => (is ? "yes" : "no"),
  });

/** A field for every gate, each of which has to be set. */
const gateFields = Object.fromEntries(
  Object.entries(gateKinds).map(([gate, kind]) => [
    gate,
    kind === "flag" ? asked() : wholeNumber(kind[0], kind[1]),
  ]),
) as unknown as { [G in keyof Gates]: z.ZodType<Gates[G]> };

/** What a programme asks of its trainers; `seen`: how many versions the page showed. */
export const gatesSchema = z.object({
  programmeId: id(),
  seen: wholeNumber(0, 9999),
  preset: oneOf(gatePresets),
  inForceFrom: day(),
  ...gateFields,
});

/** The first workshops that somebody plans: rows in which no more than the tool is chosen are left out. */
const plannedWorkshops = () =>
  rowsOf(
    z.object({ toolId: id(), day: day(), place: requiredLine(120), audience: optionalLine(160) }),
    mostPlanned,
    ["toolId"],
  ).refine((list) => list.length > 0, says("planEmpty"));

/** One's own action plan, by the token of the registration. */
export const ownPlanSchema = z.object({ token: requiredLine(40), workshops: plannedWorkshops() });

/** The action plan of somebody in a course, written down for them. */
export const planForSchema = z.object({ registrationId: id(), workshops: plannedWorkshops() });

/** A way of somebody: with which tool, in which programme. */
const way = { personId: id(), programmeId: id(), toolId: id() };

/**
 * Renewing what somebody is certified for, or making them a master trainer: on what ground, in words; `exception`: though
 * conditions are missing.
 */
export const renewSchema = z.object({ ...way, words: requiredLine(1000), exception: checkbox() });

/** What leads to master trainer: a training of master trainers, or the assessment. */
export const masterStepSchema = z.object({
  ...way,
  kind: oneOf(["master_training", "master_examination"]),
  day: day(),
  words: requiredLine(1000),
});

/** A certification from before, by its paper: modules of one tool, from a civil day until another. */
export const certifiedBeforeSchema = z.object({
  personId: id(),
  programmeId: id(),
  moduleIds: ids(100).refine((all) => all.length > 0, says("chooseModules")),
  day: day(),
  until: day(),
  words: requiredLine(1000),
});
