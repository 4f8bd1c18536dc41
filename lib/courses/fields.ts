import { says } from "../faults";
import { agree, formKey, ids, optionalDay, optionalLine, optionalNumber, textLines } from "../fields";
import { sharerFields } from "../sharing/schema";
import { fromPlanFields } from "../templates/schema";

/** The key of a form for something new; left out by whoever makes it without one. */
export const sentFields = { formKey: formKey().optional() };

/** What the plan of a new course says beside that of one which is there. */
export const newFields = { ...fromPlanFields, ...sharerFields, ...sentFields };

/** How many are to have a place for a course to take place, and the day on which that is decided; both left out where it does in any case. */
export const decisionFields = {
  minimumPeople: optionalNumber(1, 1000).optional(),
  decideBy: optionalDay().optional(),
};

/** At most so many organisations are added with a workshop. */
const mostAdded = 10;

/** For whom a workshop is: organisations of its programme, others by their names, one a line, and words. */
export const organisationFields = {
  // For how many it is at most is said by `putOrganisations`, which knows those that are added, and for how many it was before.
  organisationIds: ids(),
  newOrganisations: textLines(160).refine(
    (names) => names.length <= mostAdded,
    says("tooManyLines", { params: { max: mostAdded } }),
  ),
  audience: optionalLine(200),
};

type Decision = {
  minimumPeople?: number | null;
  decideBy?: string | null;
  capacity: number;
  startsOn: string | null;
};

/** Both or none, no more people than places, and decided before the course begins. */
export const decisionChecks = [
  agree<Decision>(
    ["minimumPeople", "decideBy"],
    (c) => Boolean(c.minimumPeople) === Boolean(c.decideBy),
    "minimumAndDay",
    "decideBy",
  ),
  agree<Decision>(
    ["minimumPeople", "capacity"],
    (c) => !c.minimumPeople || c.minimumPeople <= c.capacity,
    "minimumAboveCapacity",
  ),
  agree<Decision>(
    ["decideBy", "startsOn"],
    (c) => !c.decideBy || !c.startsOn || c.decideBy <= c.startsOn,
    "decideBeforeStart",
  ),
] as const;
