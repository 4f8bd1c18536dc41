import * as gate from "../../lib/access/gate";
import type { Context } from "../../lib/acts/context";
import { programmeDays } from "../../lib/programmes/queries";
import { registrationRowOf } from "../../lib/registrations/store";
import { ownPlan, plansIn, recognisers } from "../../lib/stages/queries";
import { workshopsToConfirm } from "../../lib/stages/queries/confirming";
import { wayAt } from "../../lib/stages/queries/deciding";
import { enteringPage } from "../../lib/stages/queries/entered";
import { observationPage, workshopsToObserve } from "../../lib/stages/queries/observing";
import { renewalsOf } from "../../lib/stages/queries/renewals";
import { candidatesWithoutRole } from "../../lib/stages/queries/withoutRole";

const number = (text: string | undefined) => Number(text);

/** True where the page of this address opens for its reader, and what is asked of this person can be done there, or it says who does. */
export function canBeDone(
  cx: Context,
  href: string,
  { personId, programmeId, toolId }: { personId: number; programmeId: number; toolId: number },
): boolean {
  const [path, query = ""] = href.split("#")[0]!.split("?");
  const asked = new URLSearchParams(query);
  const [, ...parts] = path!.split("/");
  const keys = { personId, programmeId, toolId };
  const entered = (permission: "stage.enter" | "stage.observe") => {
    const chosen = { toolId: number(asked.get("tool")!), programmeId: number(asked.get("programme")!) };
    const { way, bond } = enteringPage(cx, permission, personId, chosen);
    return way !== null && !way.stopped && bond === null;
  };
  switch (parts.map((part) => (/^\d+$|^[\w-]{20,}$/.test(part) ? "x" : part)).join("/")) {
    case "courses":
      return true;
    case "registrations/x":
      return (ownPlan(cx, gate.ownRegistration(cx, parts[1]!))?.tools.length ?? 0) > 0;
    case "desk/people/x/enter":
      return entered("stage.enter");
    case "desk/people/x/visit":
      return entered("stage.observe");
    case "desk/people/x/learning":
      return recognisers(cx, gate.person(cx, "people.read", personId)).length > 0;
    case "desk/people/x/renewal": {
      const person = gate.person(cx, "people.read", personId);
      return renewalsOf(cx, person, programmeDays(cx)).some((one) => one.mayDecide);
    }
    case "desk/people/x/ways/x/x": {
      const page = wayAt(cx, keys);
      const { recommend, except, answer, resume } = page?.may ?? {};
      // A question is answered by another recommendation, where conditions are missing by exception.
      const answering = except && page?.question;
      return Boolean(recommend || answering || answer || resume);
    }
    case "desk/observe":
      return workshopsToObserve(cx, gate.reach(cx, "stage.observe")).some(({ people }) =>
        people.some(({ id }) => id === personId),
      );
    case "desk/observe/x/x": {
      const page = observationPage(cx, { courseId: number(parts[2]), personId }, keys);
      return page.way?.why === null && page.notNow === null;
    }
    case "desk/courses/x/plans": {
      const plans = plansIn(cx, gate.course(cx, "actionPlan.enter", number(parts[2])));
      const of = registrationRowOf(cx, number(parts[2]), personId)?.id;
      return plans?.people.some(({ registrationId }) => registrationId === of) ?? false;
    }
    case "desk/courses/x":
      return gate.course(cx, "workshop.approve", number(parts[2])).id > 0;
    case "desk/workshops/new":
      return gate.mayInProgramme(cx, "workshop.schedule", programmeId);
    case "desk/programmes/x/candidates":
      return candidatesWithoutRole(cx, gate.programme(cx, "programmes.edit", programmeId)).some(
        ({ person }) => person.id === personId,
      );
    case "desk/programmes/x/workshops":
      return workshopsToConfirm(cx, gate.programme(cx, "stage.enter", programmeId)).workshops.some(
        ({ person }) => person.id === personId,
      );
    default:
      return false;
  }
}
