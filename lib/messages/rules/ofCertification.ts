import type { Event } from "../../acts/events";
import { type Telling, tellerOf } from "./telling";

/** What somebody hears of the end of what they are certified for, each tool and programme by itself. */
export function ofCertification(event: Event): Telling[] {
  if (event.kind !== "stage.end-near") return [];
  const { reminder, said, programmeId, tool } = event;
  const message = reminder === "lapsed" ? "certificationLapsed" : "certificationEnds";
  return tellerOf(event)(message, event, { ...said, way: `${programmeId}:${tool}`, at: "/my/way" });
}
