import type { GrantedCourse } from "../../access/gate";
import type { Context } from "../../acts/context";
import { fault } from "../../faults";
import { findOrCreateOrganisation } from "../../people/commands/organisation";
import { organisationKnown } from "../../people/store/organisationList";
import { refuseAt } from "../../result";
import type { WorkshopInput } from "../schema";
import { organisationsChosen, organisationsPlannedFor, replaceOrganisations } from "../store/organisations";

/** For so many organisations a workshop is at most. */
const mostOrganisations = 60;

/** Refuses more of them than that, beside what asks for more; those for which it was planned before stay. */
function demandFew(now: ReadonlySet<number>, kept: readonly number[], field: keyof WorkshopOrganisations) {
  if (now.size > mostOrganisations && [...now].some((id) => !kept.includes(id)))
    refuseAt({ [field]: fault("tooManyOrganisations", { params: { max: mostOrganisations } }) });
}

/** True of an organisation of a programme: it knows somebody of it, or another of its workshops is planned for it. */
const isOfProgramme = (cx: Context, programmeId: number, organisationId: number): boolean =>
  organisationKnown(cx, organisationId, [programmeId]) !== undefined ||
  organisationsPlannedFor(cx, programmeId, 1, organisationId).length > 0;

/**
 * Keeps for which organisations a workshop is planned: those chosen, which are of its programme or were chosen for it before, and
 * those added by name, which are made where nobody named them before. Refused for more than a workshop is for. Within the open
 * transaction.
 */
export function putOrganisations(
  cx: Context,
  course: GrantedCourse<"workshop.schedule" | "workshop.edit">,
  { organisationIds, newOrganisations, country }: WorkshopOrganisations,
): void {
  const kept = organisationsChosen(cx, [course.id]).get(course.id) ?? [];
  demandFew(new Set(organisationIds), kept, "organisationIds");
  const foreign = organisationIds.some(
    (id) => !kept.includes(id) && !isOfProgramme(cx, course.programmeId, id),
  );
  if (foreign) refuseAt({ organisationIds: fault("choose") });
  const added = newOrganisations.flatMap(
    (name) => findOrCreateOrganisation(cx, name, country, "cooperative") ?? [],
  );
  const all = new Set([...organisationIds, ...added]);
  demandFew(all, kept, "newOrganisations");
  replaceOrganisations(cx, course.id, [...all]);
}

type WorkshopOrganisations = Pick<WorkshopInput, "organisationIds" | "newOrganisations" | "country">;
