import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { disableNativeDragPreview } from "@atlaskit/pragmatic-drag-and-drop/element/disable-native-drag-preview";
import { minutesOf } from "@/lib/time/civil";
import { landing, stretched } from "@/lib/timetable/rules/carry";
import type { Place } from "@/lib/timetable/rules/sessions";
import { sheetAt, stepOfMouse } from "./sheetAt";

/** How high the lower edge is by which a session is made longer, in px. */
const edge = 9;

type Movable = Place & { id: number };
type Input = { clientX: number; clientY: number; shiftKey: boolean };

const samePoint = (a: Input, b: Input) =>
  a.clientX === b.clientX && a.clientY === b.clientY && a.shiftKey === b.shiftKey;

/** Where a session would land that is held by a point of it, or by its lower edge. */
function placeUnder(sheet: HTMLElement, session: Movable, held: { offset: number } | "edge", input: Input) {
  const at = sheetAt(sheet, input.clientX, input.clientY);
  if (!at) return null;
  const step = stepOfMouse(input);
  return held === "edge"
    ? stretched(session, at.minute, step)
    : landing(session, at.day, at.minute - held.offset, step);
}

/**
 * Lets the mouse drag the sessions of a sheet, and their lower edges.
 * @returns what ends that.
 */
export function letDrag(
  sheet: HTMLElement,
  sessions: readonly Movable[],
  linkOf: (id: number) => HTMLElement | null,
  on: { over: (id: number, place: Place) => void; drop: (id: number, place: Place | null) => void },
): () => void {
  const draggables = sessions.flatMap((session) => {
    const element = linkOf(session.id);
    if (!element) return [];
    let held: { offset: number } | "edge" = "edge";
    let last: Input | null = null;
    let drawn: Place | null = null;
    const overLast = () => {
      const place = last && placeUnder(sheet, session, held, last);
      drawn = place ?? drawn;
      if (place) on.over(session.id, place);
    };
    // What is drawn and said is what is put down, also where the page moved beneath a mouse that is held still.
    const dropped = (input: Input) =>
      drawn && last && samePoint(last, input) ? drawn : placeUnder(sheet, session, held, input);
    const grab = (input: Input) => {
      const byEdge = input.clientY > element.getBoundingClientRect().bottom - edge;
      const at = sheetAt(sheet, input.clientX, input.clientY);
      held = byEdge ? "edge" : { offset: (at?.minute ?? 0) - minutesOf(session.startsAt) };
    };
    return [
      draggable({
        element,
        getInitialData: ({ input }) => {
          grab(input);
          return { session: session.id };
        },
        onGenerateDragPreview: ({ nativeSetDragImage }) => disableNativeDragPreview({ nativeSetDragImage }),
        onDragStart: () => {
          on.over(session.id, session);
          // The page goes on beneath a mouse that is held still at its edge.
          window.addEventListener("scroll", overLast, { passive: true });
        },
        onDrag: ({ location }) => {
          last = location.current.input;
          overLast();
        },
        onDrop: ({ location }) => {
          window.removeEventListener("scroll", overLast);
          const { dropTargets, input } = location.current;
          const place = dropTargets.length === 0 ? null : dropped(input);
          [last, drawn] = [null, null];
          on.drop(session.id, place);
        },
      }),
    ];
  });
  return combine(...draggables, dropTargetForElements({ element: sheet, getDropEffect: () => "move" }));
}
