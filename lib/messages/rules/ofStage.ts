import type { Event, EventOf } from "../../acts/events";
import { renewalHref, wayHref } from "../../stages/hrefs";
import { type Telling, tellerOf } from "./telling";

type Answered = EventOf<"stage.returned" | "stage.refused">;

/** What a refusal is called, by what was recommended beside a first certification. */
const refusals: Record<string, string> = { renewed: "renewalRefused", master_approved: "masterRefused" };

/**
 * What whoever recommended somebody hears of the answer: that there is one, and where it is read. What is asked, and why it was
 * refused, is about somebody else, so it stands in no mail. Whoever has no mail reads it on Today.
 */
function ofAnswer(event: Answered): Telling[] {
  const { kind, recommender, said, way, personId, entryId } = event;
  if (recommender === null) return [];
  const { towards = "first", trainer = "", theirTool = "" } = said;
  const at = towards === "first" ? wayHref({ personId, ...way }) : renewalHref({ personId });
  return tellerOf(event)(
    "recommendationAnswered",
    { personId: recommender },
    {
      ...{ towards, trainer, tool: theirTool, at, answer: String(entryId) },
      decision: kind === "stage.returned" ? "returned" : "refused",
    },
    0,
    true,
  );
}

/** What stops a way, or lets it go on: the last one takes the place of another that nobody heard of yet; others are told beside. */
const stops: readonly string[] = [
  ...["suspended", "not_continued", "withdrawn", "resumed", "struck"],
  ...["certificationSuspended", "certificationResumed"],
];

/** What somebody hears of a decision on their own way; that on each tool is told by itself. */
function decided(
  event: Event & { personId: number },
  { toolId, programmeId }: { toolId: number; programmeId: number },
  said: Record<string, string>,
): Telling[] {
  const { decision = "" } = said;
  const way = `${programmeId}:${toolId}${stops.includes(decision) ? "" : `:${decision}`}`;
  return tellerOf(event)("stageDecided", event, { ...said, way });
}

/** What people hear of decisions on somebody's way to trainer, that no document tells. */
export function ofStage(event: Event): Telling[] {
  const tell = tellerOf(event);
  switch (event.kind) {
    case "stage.returned":
      return ofAnswer(event);
    case "stage.refused": {
      const { reason = "", tool = "", towards = "first" } = event.said;
      const decision = refusals[towards] ?? "refused";
      return [...decided(event, event.way, { decision, reason, tool, at: "/my" }), ...ofAnswer(event)];
    }
    case "stage.stopped":
      return event.told ? decided(event, event.way, { ...event.said, at: "/my" }) : [];
    case "stage.left":
      return decided(event, event.way, { ...event.said, at: "/my/way" });
    case "stage.approved":
      return event.said ? decided(event, event.way, { ...event.said, at: "/my/way" }) : [];
    case "stage.renewed":
    case "stage.master-approved": {
      const { said, programmeId, tool } = event;
      return said ? decided(event, { programmeId, toolId: tool }, { ...said, at: "/my/way" }) : [];
    }
    case "stage.struck": {
      const { told, own, said, way, personId, entryId } = event;
      const at = wayHref({ personId, ...way });
      return [
        ...told.flatMap(({ personId: to, ...theirs }) =>
          tell("entryStruck", { personId: to }, { ...said, ...theirs, struck: String(entryId), at }),
        ),
        ...(own ? decided(event, event.way, { ...own, at: "/my/way" }) : []),
      ];
    }
    default:
      return [];
  }
}
