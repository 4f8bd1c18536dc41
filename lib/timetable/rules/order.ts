import { areApart } from "../../groups/rules";
import type { Place } from "./sessions";

type Taught = Place & { id: number; moduleId: number | null; groupId: number | null };

/** True where one session begins before the other. */
const isBefore = (a: Place, b: Place) => `${a.day} ${a.startsAt}` < `${b.day} ${b.startsAt}`;

/**
 * The module that comes later in its tool and yet began before this session for some of its people, as one thing with the module's
 * other such sessions: of several the first in the tool's order.
 * @param modules of the course in their order, each with its tool.
 */
export const outOfOrder =
  (modules: readonly { id: number; tool?: number }[], sessions: readonly Taught[]) => (session: Taught) => {
    const own = modules.findIndex(({ id }) => id === session.moduleId);
    if (own < 0) return [];
    const later = modules
      .slice(own + 1)
      .find(
        ({ id, tool }) =>
          tool === modules[own]!.tool &&
          sessions.some(
            (other) => other.moduleId === id && isBefore(other, session) && !areApart(other, session),
          ),
      );
    if (!later) return [];
    const moduleId = modules[own]!.id;
    const of = `module ${moduleId} after ${later.id}`;
    const issue = { kind: "out_of_order" as const, moduleId, laterId: later.id };
    return [{ key: `module ${moduleId} order`, of, was: `${session.id} ${of}`, issue }];
  };
