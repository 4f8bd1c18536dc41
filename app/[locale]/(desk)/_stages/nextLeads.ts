import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import { bondWith, ownPlanHref, type WayStanding } from "@/lib/stages/queries";
import { observedNext } from "@/lib/stages/queries/observing";
import { recommendedByViewer } from "@/lib/stages/queries/recommended";
import { type DoneBy, doneBy } from "@/lib/stages/rules/next";

/** Where somebody reads whom to ask about what others do on their way: who coordinates each programme, and how to reach them. */
export const whomToAsk = "/contact";

/**
 * Where the next step of somebody's way leads its reader: to the page on which they do it, else who does it. `other`: another
 * coordinator, as one of the two is set above the other; `workshopFirst`: they are observed in a workshop, and none is scheduled.
 */
export type Leads = { href: string } | { by: DoneBy | "other" | "workshopFirst" };

type Permission =
  | "stage.enter"
  | "stage.observe"
  | "stage.recommend"
  | "stage.approve"
  | "learning.recognise";

/** This address for whoever may do this on somebody's way and is not bound to them; else who does it. */
function leading(
  cx: Context,
  personId: number,
  { programmeId, next }: WayStanding,
  ...[permission, href]: [Permission, string]
): Leads {
  const own = personId === cx.viewer.personId;
  if (own || !gate.mayInProgramme(cx, permission, programmeId)) return { by: doneBy(next.step) };
  return bondWith(cx, personId) ? { by: "other" } : { href };
}

/** Where somebody schedules a workshop, or who does what comes before that. */
function scheduling(cx: Context, personId: number, { programmeId, lacksRole }: WayStanding): Leads {
  if (personId === cx.viewer.personId)
    return gate.mayInProgramme(cx, "workshop.schedule", programmeId)
      ? { href: "/desk/workshops/new" }
      : { by: "coordinator" };
  if (!lacksRole) return { by: "self" };
  return gate.mayInProgramme(cx, "programmes.edit", programmeId)
    ? { href: `/desk/programmes/${programmeId}/candidates` }
    : { by: "coordinator" };
}

/** Where somebody is observed: in a workshop, which is scheduled first. */
function observing(cx: Context, personId: number, way: WayStanding): Leads {
  if (!gate.mayInProgramme(cx, "stage.observe", way.programmeId)) return { by: "observer" };
  const found = observedNext(cx, gate.reach(cx, "stage.observe"), { personId, toolId: way.tool.id });
  if (found) {
    const href = found.begun ? `/desk/observe/${found.courseId}/${personId}` : "/desk/observe";
    return leading(cx, personId, way, "stage.observe", href);
  }
  const first = scheduling(cx, personId, way);
  return "by" in first && first.by === "self" ? { by: "workshopFirst" } : first;
}

/** Where an action plan is written down: on one's own registration, by others on the page of the training. */
function planning(cx: Context, personId: number, { totId }: WayStanding): Leads {
  if (personId === cx.viewer.personId)
    return { href: (totId !== null && ownPlanHref(cx, gate.self(cx), totId)) || "/my" };
  const open = totId !== null && gate.coursesAmong(cx, "actionPlan.enter", [totId]).length > 0;
  return open ? { href: `/desk/courses/${totId}/plans` } : { by: "self" };
}

/** Where the next step of somebody's way is done, for whoever may do it; who does it, for others. */
export function nextLeads(cx: Context, personId: number, way: WayStanding): Leads {
  const { programmeId, tool, next, toApprove, toSign, towards } = way;
  const own = personId === cx.viewer.personId;
  const at = `/desk/people/${personId}`;
  const of = `?tool=${tool.id}&programme=${programmeId}`;
  const decided = towards === null ? `${at}/ways/${programmeId}/${tool.id}#decide` : `${at}/renewal`;
  const to = (permission: Permission, href: string) => leading(cx, personId, way, permission, href);
  switch (next.step) {
    case "tot":
      return own ? { href: "/courses" } : { by: "self" };
    case "practicum":
    case "examination":
    case "refresher":
      return to("stage.enter", `${at}/enter${of}`);
    case "coachingVisits":
      return to("stage.observe", `${at}/visit${of}`);
    case "observations":
    case "observers":
      return observing(cx, personId, way);
    case "firstModule":
      return own ? { href: "/courses" } : to("learning.recognise", `${at}/learning`);
    case "actionPlan":
      return planning(cx, personId, way);
    case "signObservations":
      // Whoever decides may take one without, once that is late.
      return own
        ? { href: `/my/way#observation-${toSign[0]}` }
        : to("stage.approve", `${at}/ways/${programmeId}/${tool.id}#unsigned`);
    case "confirmWorkshops":
      return to("stage.enter", `/desk/programmes/${programmeId}/workshops`);
    case "approveWorkshops": {
      const [course] = gate.coursesAmong(cx, "workshop.approve", toApprove);
      return course && !own ? { href: `/desk/courses/${course.id}` } : { by: "coordinator" };
    }
    case "recommend":
    case "answer":
      return to("stage.recommend", decided);
    case "approve": {
      const leads = to("stage.approve", decided);
      const way = { personId, programmeId, toolId: tool.id };
      return "href" in leads && recommendedByViewer(cx, way) ? { by: "approver" } : leads;
    }
    case "resume":
      return to("stage.approve", decided);
    case "renew":
      return to("stage.approve", `${at}/renewal`);
    default:
      return scheduling(cx, personId, way);
  }
}
