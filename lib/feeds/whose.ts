import * as gate from "../access/gate";
import type { Context } from "../acts/context";
import { roomRow, venueRow } from "../places/store";
import { refuse } from "../result";
import type { FeedAsked } from "./schema";

/** What a calendar is of, as the gate handed it out. */
export type FeedOf =
  | { feed: "mine"; self: ReturnType<typeof gate.self> }
  | { feed: "course"; course: gate.GrantedCourse<"course.read"> }
  | { feed: "trainer"; person: gate.Granted<{ id: number }, "trainers.read"> }
  | { feed: "room"; roomId: number; room: string; venue: string };

/**
 * What a calendar is of, where the viewer may see it now: so it is asked when an address is made and each time that one is
 * read. Refused else, also where somebody's role has ended since.
 */
export function feedOf(cx: Context, { feed, of }: FeedAsked): FeedOf {
  const self = gate.self(cx);
  if (feed === "mine" || of === null) return { feed: "mine", self };
  if (feed === "course") return { feed, course: gate.course(cx, "course.read", of) };
  if (feed === "trainer") return { feed, person: gate.person(cx, "trainers.read", of) };
  const room = roomRow(cx, of) ?? refuse("notFound");
  gate.venue(cx, "settings.read", room.venueId);
  return { feed, roomId: room.id, room: room.name, venue: venueRow(cx, room.venueId)!.name };
}
