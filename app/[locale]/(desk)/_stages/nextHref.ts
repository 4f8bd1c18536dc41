import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import type { WayStanding } from "@/lib/stages/queries";

/** Where somebody reads whom to ask about what others do on their way: who coordinates each programme, and how to reach them. */
export const whomToAsk = "/contact";

/** Where the next step of somebody's way is done, for whoever may do it; null for others, and where it is done nowhere here. */
export function nextHref(cx: Context, personId: number, way: WayStanding): string | null {
  const { programmeId, tool, next, totId, toApprove, lacksRole } = way;
  const own = personId === cx.viewer.personId;
  const at = `/desk/people/${personId}`;
  const of = `?tool=${tool.id}&programme=${programmeId}`;
  const may = (permission: "stage.enter" | "stage.observe" | "stage.recommend" | "stage.approve") =>
    !own && gate.mayInProgramme(cx, permission, programmeId);
  const open = (courseId: number | null | undefined, permission: "course.read" | "actionPlan.enter") =>
    courseId ? gate.coursesAmong(cx, permission, [courseId])[0] : undefined;
  const roleGiven =
    lacksRole && gate.mayInProgramme(cx, "programmes.edit", programmeId)
      ? `/desk/programmes/${programmeId}/candidates`
      : null;
  switch (next.step) {
    case "tot":
      return own ? "/courses" : null;
    case "practicum":
    case "examination":
    case "refresher":
      return may("stage.enter") ? `${at}/enter${of}` : null;
    case "coachingVisits":
      return may("stage.observe") ? `${at}/visit${of}` : null;
    case "observations":
    case "observers":
      return roleGiven ?? (may("stage.observe") ? "/desk/observe" : null);
    case "firstModule":
      if (own) return "/courses";
      return gate.maySomewhere(cx, "learning.recognise") ? `${at}/learning` : null;
    case "actionPlan":
      if (own) return "/my";
      return open(totId, "actionPlan.enter") ? `/desk/courses/${totId}/plans` : null;
    case "none":
    case "workshops":
    case "leadWorkshops":
      return own && gate.maySomewhere(cx, "workshop.schedule") ? "/desk/workshops/new" : roleGiven;
    case "confirmWorkshops":
      return may("stage.enter") ? `/desk/programmes/${programmeId}/workshops` : null;
    case "approveWorkshops":
      return open(toApprove[0], "course.read") ? `/desk/courses/${toApprove[0]}` : null;
    case "recommend":
      return may("stage.recommend") ? `${at}/ways/${programmeId}/${tool.id}#decide` : null;
    case "approve":
    case "resume":
      return may("stage.approve") ? `${at}/ways/${programmeId}/${tool.id}#decide` : null;
    case "renew":
      return !own && gate.maySomewhere(cx, "people.read") ? `${at}/renewal` : null;
    default:
      return null;
  }
}
