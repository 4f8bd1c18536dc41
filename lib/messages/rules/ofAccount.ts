import type { Event } from "../../acts/events";
import { movedWaitMs, type Telling, type Told, tellerOf } from "./telling";

/** What coordinators are told of a course that several programmes pay for, and whoever registered before of who reads it now. */
function ofSharing(event: Event): Telling[] {
  if (event.kind !== "sharing.begun" && event.kind !== "sharing.ended") return [];
  const tell = tellerOf(event);
  const left = event.kind === "sharing.ended" && event.by === "sharer";
  const message =
    event.kind === "sharing.begun" ? "courseShared" : left ? "courseSharerLeft" : "courseSharingEnded";
  // Whom it was taken from no longer reads the course.
  const at: Told["params"] =
    message === "courseSharingEnded" ? { at: `/desk/programmes/${event.programmeId}` } : {};
  const readBy = event.kind === "sharing.begun" ? event.registrations : [];
  return [
    ...event.people.flatMap((personId) => tell(message, { personId }, { ...event.said, ...at })),
    // Held back as what moves: a programme that was chosen by mistake is taken away at once.
    ...readBy.flatMap((who) => tell("courseReadByMore", who, {}, movedWaitMs)),
  ];
}

/** What whoever owns an account is told of what became of it. */
export function ofAccount(event: Event): Telling[] {
  const tell = tellerOf(event);
  switch (event.kind) {
    case "account.second-step-added":
      return tell("secondStepAdded", event, {}, 0, true);
    case "account.second-step-removed":
      return tell("secondStepRemoved", event, {}, 0, true);
    case "account.second-step-taken-away":
      return tell("secondStepTakenAway", event);
    case "account.second-step-taken":
      return event.by === "recovery"
        ? tell("recoveryCodeUsed", event, { left: String(event.left) }, 0, true)
        : [];
    case "account.contact-used":
      return tell("contactUsed", event, {}, 0, true);
    case "contact.code-made":
      return tell("codeMade", event, event.said, 0, true);
    case "account.password-changed":
      // Whoever is signed in knows; a code may have come into other hands.
      return event.by === "owner" ? [] : tell("cameBackIn", event, {}, 0, event.by === "link");
    default:
      return ofSharing(event);
  }
}
