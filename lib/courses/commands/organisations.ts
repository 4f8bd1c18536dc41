import type { GrantedCourse } from "../../access/gate";
import type { Context } from "../../acts/context";
import { fault } from "../../faults";
import { findOrCreateOrganisation } from "../../people/commands/organisation";
import { organisationKnown } from "../../people/store/organisationList";
import { refuseAt } from "../../result";
import type { WorkshopInput } from "../schema";
import { organisationsChosen, organisationsPlannedFor, replaceOrganisations } from "../store/organisations";

/** True of an organisation of a programme: it knows somebody of it, or another of its workshops is planned for it. */
const isOfProgramme = (cx: Context, programmeId: number, organisationId: number): boolean =>
  organisationKnown(cx, organisationId, [programmeId]) !== undefined ||
  organisationsPlannedFor(cx, programmeId, 1, organisationId).length > 0;

/**
 * Keeps for which organisations a workshop is planned: those chosen, which are of its programme or were chosen for it before, and
 * those added by name, which are made where nobody named them before. Within the open transaction.
 */
export function putOrganisations(
  cx: Context,
  course: GrantedCourse<"workshop.schedule" | "workshop.edit">,
  { organisationIds, newOrganisations, country }: WorkshopOrganisations,
): void {
  const kept = organisationsChosen(cx, [course.id]).get(course.id) ?? [];
  const foreign = organisationIds.some(
    (id) => !kept.includes(id) && !isOfProgramme(cx, course.programmeId, id),
  );
  if (foreign) refuseAt({ organisationIds: fault("choose") });
  const added = newOrganisations.flatMap(
    (name) => findOrCreateOrganisation(cx, name, country, "cooperative") ?? [],
  );
  replaceOrganisations(cx, course.id, [...new Set([...organisationIds, ...added])]);
}

type WorkshopOrganisations = Pick<WorkshopInput, "organisationIds" | "newOrganisations" | "country">;
