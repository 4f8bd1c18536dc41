import type { Event } from "../../acts/events";
import { movedWaitMs, type Telling, tellerOf } from "./telling";

/** Where a trainer reads what they are asked for. */
const ownRequestsAt = "/my/requests";

/** What a message about a request says besides: which one, and where it is answered. */
const ofOne = ({ requestId }: { requestId: number }) => ({ request: String(requestId), at: ownRequestsAt });

/** What trainers hear of what became of their part in a course. */
const trainingMessages = { given: "trainingGiven", moved: "trainingMoved", ended: "trainingEnded" } as const;

/** Who is only asked reads it among what they are asked for; who trains no longer, on their own first page. */
const atTraining = (asked: boolean, hears?: keyof typeof trainingMessages): Record<string, string> =>
  asked ? { asked: "yes", at: ownRequestsAt } : hears === "ended" ? { at: "/my" } : {};

/** What trainers are told who are asked for something, or whose part in a course is another one, and whoever asked them. */
export function ofRequest(event: Event): Telling[] {
  const tell = tellerOf(event);
  switch (event.kind) {
    case "request.sent":
      return event.requests.flatMap((who) => tell("trainerAsked", who, { ...event.said, ...ofOne(who) }));
    case "request.chased":
      return tell("trainerChased", event, { ...event.said, ...ofOne(event) });
    case "request.taken-back":
      return event.hears ? tell("requestTakenBack", event, { ...event.said, ...ofOne(event) }) : [];
    case "training.changed":
      return event.trainers.flatMap(({ was, hears, takesOver, asked, waits, said, ...who }) => {
        const more = {
          ...atTraining(asked, hears),
          ...(takesOver ? { takesOver: "yes" } : {}),
          ...(waits ? { waits: String(waits) } : {}),
        };
        return tell(trainingMessages[hears], who, { was, ...said, ...more }, movedWaitMs);
      });
    case "training.called-off":
      return event.trainers.flatMap(({ asked, ...who }) =>
        tell("trainingCancelled", who, { ...event.said, ...atTraining(asked) }),
      );
    case "request.answered": {
      const { askedBy, answer, said, courseId, requestId } = event;
      // They read it on their first page too, so nobody else need tell them.
      const at = `/desk/courses/${courseId}/trainers`;
      return askedBy === null
        ? []
        : tell(
            "requestAnswered",
            { personId: askedBy },
            { ...said, answer, at, request: String(requestId) },
            0,
            true,
          );
    }
    case "register.trainer-asked": {
      const { personId, people, said } = event;
      const { trainer = "", ...toThem } = said;
      return [
        ...tell("trainerRequested", { personId }, { ...toThem, own: "yes" }),
        ...people.flatMap((coordinator) =>
          tell("trainerRequested", { personId: coordinator }, { ...toThem, trainer }),
        ),
      ];
    }
    default:
      return [];
  }
}
