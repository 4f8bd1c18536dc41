import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { courseRow } from "../../courses/store";
import { coursesToObserve } from "../../courses/store/toObserve";
import { namesKnownTo } from "../../people/store/namedAmong";
import { dayAt, daysSomewhere } from "../../time/zone";
import { ofWay, waysToJudge } from "../judge";
import { betweenViewer, notStruck, toolsIn } from "../observing";
import { whyNotObserver } from "../rules/observer";
import { bondOf } from "../rules/superior";
import { stageEventsOf } from "../store/events";
import { aboveOf } from "../store/superiors";
import { observedBy } from "./observing";

/** Into so many workshops of a day is looked. */
const mostLooked = 20;

/**
 * Whom a trainer can observe in a workshop that is held today, and has not observed there yet; nobody for whoever coordinates, who
 * finds all workshops under *Workshops to observe*.
 */
export function toObserveToday(cx: Context) {
  if (!gate.maySomewhere(cx, "stage.observe") || gate.maySomewhere(cx, "stage.enter")) return [];
  const { programmes, trains } = gate.reach(cx, "stage.observe");
  const [first, last] = daysSomewhere(cx.now);
  const reached = programmes === "all" ? "all" : [...programmes, ...trains];
  const courses = coursesToObserve(cx, reached, { begunBy: last, endsFrom: first }, mostLooked);
  const held = courses.filter(({ startsOn, endsOn, zone }) => {
    const today = dayAt(cx.now, zone);
    return startsOn !== null && startsOn <= today && (endsOn ?? startsOn) >= today;
  });
  if (held.length === 0) return [];
  const people = [...new Set(held.flatMap(({ trainerIds }) => trainerIds))];
  const entered = notStruck(stageEventsOf(cx, people));
  const viewer = cx.viewer.personId;
  const above = aboveOf(cx, viewer === null ? people : [...people, viewer]);
  const [ways, between] = [waysToJudge(cx, people), betweenViewer(cx, (id) => bondOf(above, viewer, id))];
  const found = held.flatMap(({ trainerIds, id, title }) => {
    const course = courseRow(cx, id)!;
    const tools = toolsIn(cx, id);
    const free = trainerIds.filter((personId) =>
      ways.some(
        (way) =>
          way.personId === personId &&
          tools.has(way.toolId) &&
          !observedBy(ofWay(entered, way), viewer).has(id) &&
          whyNotObserver(between(way, course)) === null,
      ),
    );
    return [...new Set(free)].map((personId) => ({
      ...{ personId, title, href: `/desk/observe/${id}/${personId}` },
    }));
  });
  const named = namesKnownTo(
    cx,
    found.map(({ personId }) => personId),
    "all",
  );
  return found.flatMap(({ personId, ...one }) => {
    const person = named.get(personId);
    return person ? [{ ...one, name: person.name, latinName: person.latinName }] : [];
  });
}
