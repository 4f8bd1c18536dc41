import type { Granted, Reach } from "../../access/gate";
import type { Context } from "../../acts/context";
import { takenPartIn } from "../../attendance/store/presence";
import { enteredIn } from "../../certificates/store/ofPerson";
import { coursesAsEvidence, coursesCalled } from "../../courses/store/taught";
import { personRow } from "../../people/store";
import { type ProgrammeRow, programmesIn } from "../../programmes/store";
import { dayInProgramme } from "../../programmes/store/days";
import { waysToJudge } from "../judge";
import { besideOf } from "../rules/beside";
import { beginOf, confirmedIn, countingOf, isToConfirm } from "../rules/counting";
import { courseOfKey } from "../rules/entered";
import { asksOf, renewalOf, serves } from "../rules/renewal";
import { stageOf } from "../rules/stage";
import { programmesThatConfirm } from "../store/gates";
import { holdingWorkshopsIn } from "../store/standings";
import { recordedTwice } from "../twice";
import { wayNames } from "./observing";

/** Workshops of these people on the way in a programme that wait for a coordinator, the longest ago first. */
function waitingOf(cx: Context, programmeId: number, personIds: readonly number[]) {
  const today = dayInProgramme(cx, programmeId);
  const others = personIds.filter((id) => id !== cx.viewer.personId);
  return waysToJudge(cx, others)
    .filter((way) => way.programmeId === programmeId)
    .flatMap((way) => {
      const confirmed = confirmedIn(way.history);
      const begun = beginOf(way.history);
      const renewal = renewalOf(way.history, way.gates, today);
      const standing = stageOf(way.history, way.gates, today, way.first);
      const beside = besideOf(way.history, way.gates, today, way.first);
      const asks = standing && asksOf(renewal, standing, beside);
      return way.history.flatMap((one) =>
        one.kind === "workshop" &&
        (asks === null || serves(asks, one)) &&
        isToConfirm(countingOf(one, confirmed, way.gates, today, begun))
          ? [{ way, key: one.key, courseId: courseOfKey(one.key), day: one.day, role: one.role }]
          : [],
      );
    })
    .sort((a, b) => a.day.localeCompare(b.day));
}

/** The workshops of people on the way in a programme that a coordinator is to confirm; the viewer's own are another one's. */
export function workshopsToConfirm(cx: Context, { id }: Granted<ProgrammeRow, "stage.enter">) {
  const waiting = waitingOf(
    cx,
    id,
    enteredIn(cx, id).map(({ personId }) => personId),
  );
  const named = wayNames(
    cx,
    waiting.map(({ way }) => way),
  );
  const keys = [...new Set(waiting.map(({ courseId }) => courseId))];
  const called = coursesCalled(cx, keys);
  const about = coursesAsEvidence(cx, keys);
  const taken = takenPartIn(cx, keys);
  const ways = [...new Set(waiting.map(({ way }) => way))];
  const twice = new Map(ways.map((way) => [way, recordedTwice(cx, way.history)]));
  return {
    /** False where the conditions ask for none: what may have been recorded twice waits all the same. */
    asked: programmesThatConfirm(cx, [id]).length > 0,
    workshops: waiting.map(({ way, key, courseId, day, role }) => {
      const { id: personId, name, latinName } = personRow(cx, way.personId)!;
      return {
        ...named(way),
        ...{ person: { id: personId, name, latinName }, courseId, day, role },
        ...called.get(courseId)!,
        ...taken.get(courseId)!,
        /** True where another workshop of theirs may be the same one. */
        twice: twice.get(way)!.has(key),
        /** True where it was recorded after it had been held. */
        afterwards: about.get(courseId)!.enteredAfterwards,
      };
    }),
  };
}

/** So many people of a programme are looked at for the first page. */
const mostLookedAt = 200;

/** The programmes of the viewer in which workshops wait to be confirmed that serve a first certification or a renewal, and how many. */
export const programmesToConfirm = (cx: Context, { programmes }: Granted<Reach, "stage.enter">) =>
  programmesIn(cx, programmesThatConfirm(cx, programmes)).flatMap(({ id, title }) => {
    const count = waitingOf(cx, id, holdingWorkshopsIn(cx, id, mostLookedAt)).length;
    return count > 0 ? [{ id, title, count }] : [];
  });
