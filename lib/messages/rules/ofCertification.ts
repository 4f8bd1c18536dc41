import type { Event } from "../../acts/events";
import { type Telling, tellerOf } from "./telling";

/**
 * What somebody hears of one certificate, and of the end of what they are certified for. A trainer certification is of its tool
 * and modules, and not of the course; each tool is told by itself.
 */
export function ofCertification(event: Event): Telling[] {
  const tell = tellerOf(event);
  switch (event.kind) {
    case "certificate.trainer-certified":
      return tell("trainerCertified", event.registration, event.said);
    case "certificate.reissued":
      return event.of === "participation"
        ? tell("certificateReady", event.registration)
        : tell("trainerCertified", event.registration, event.said);
    case "certificate.revoked": {
      const participation = event.of === "participation";
      const message = participation ? "certificateRevoked" : "trainerCertificationRevoked";
      return tell(message, event.registration, event.said);
    }
    case "stage.end-near": {
      const { reminder, said } = event;
      const message = reminder === "lapsed" ? "certificationLapsed" : "certificationEnds";
      return tell(message, event, { ...said, at: "/my/way" });
    }
    default:
      return [];
  }
}
