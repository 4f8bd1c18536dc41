import type { Granted } from "../../access/gate";
import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { enteredIn } from "../../certificates/store/ofPerson";
import { totsEndingFrom } from "../../courses/store/taught";
import { namesKnownTo } from "../../people/store/namedAmong";
import type { ProgrammeRow } from "../../programmes/store";
import { rostersOf } from "../../registrations/store/roster";
import { afterSetting } from "../rules/correcting";
import { inForceOn, mayBeginOn } from "../rules/gates";
import { isAskedForPlan } from "../rules/plan";
import { certifiedBeforeIn } from "../store/events";
import { gateVersionsOf } from "../store/gates";

/** A version as it is about to be set: from which civil day (null: not said yet), and in place of which one that is still to come. */
type Setting = { inForceFrom: string | null; corrects: number | null };

/** The most people whom a page names under one version. */
const mostNamed = 200;

/**
 * What a programme asks of its trainers: every version, the one in force on a civil day (null: none, and the product's own hold),
 * and whom setting another one would touch (`touched`): trainings of trainers on whose last day another version would be in force, each with how many have
 * a place in it, named to whoever may see them, and the number of the version that would judge them; and who stays under which one.
 */
export function programmeGates(
  cx: Context,
  { id }: Granted<ProgrammeRow, "programmes.edit">,
  today: string,
  { inForceFrom, corrects }: Setting,
) {
  const versions = gateVersionsOf(cx, id).map(({ drawKey: _, ...version }) => version);
  const trained = enteredIn(cx, id);
  const completed = new Set(trained.map(({ personId }) => personId));
  const before = certifiedBeforeIn(cx, id).filter(({ personId }) => !completed.has(personId));
  const entered = [...trained, ...before];
  const old = versions.find(({ number, inForceFrom: from }) => number === corrects && from > today);
  const from = inForceFrom ?? old?.inForceFrom ?? today;
  const by = (day: string) => inForceOn(versions, day)?.number ?? null;
  const under = new Map<number | null, number[]>();
  for (const { personId, day } of entered) {
    const own = under.get(by(day));
    if (own) own.push(personId);
    else under.set(by(day), [personId]);
  }
  const of = (number: number | null) => under.get(number) ?? [];
  const named = [...under.values()].flatMap((own) => own.slice(0, mostNamed));
  const names = namesKnownTo(cx, named, gate.reach(cx, "programmes.edit").programmes);
  /** Those who entered by a version (null: by the product's own), which holds for them whatever is set. */
  const stays = (number: number | null) => ({
    ...{ number, people: of(number).length },
    named: of(number)
      .slice(0, mostNamed)
      .flatMap((personId) => names.get(personId) ?? []),
  });
  return {
    versions: versions.map((version) => ({ ...version, people: of(version.number).length })),
    now: inForceOn(versions, today),
    entered: trained.length,
    stays: [null, ...versions.map(({ number }) => number)].map(stays).filter(({ people }) => people > 0),
    /** Whom it would touch from which civil day on. */
    ...{ from, touched: touchedBy(cx, id, versions, today, { from, corrects: old?.number ?? null }) },
    /** Those certified from before, without a training here, whom another version than now would judge. */
    touchedBefore: beforeTouched(cx, versions, before, today, { from, corrects: old?.number ?? null }),
  };
}

/** How many of whoever entered without a training another version would judge, and who. */
function beforeTouched(
  cx: Context,
  versions: Parameters<typeof afterSetting>[0],
  before: readonly { personId: number; day: string }[],
  today: string,
  { from, corrects }: { from: string; corrects: number | null },
) {
  const after = mayBeginOn(from, today) ? afterSetting(versions, from, corrects) : versions;
  const keys = before.flatMap(({ personId, day }) =>
    inForceOn(after, day)?.number === inForceOn(versions, day)?.number ? [] : personId,
  );
  const some = keys.slice(0, mostNamed);
  const names = namesKnownTo(cx, some, gate.reach(cx, "programmes.edit").programmes);
  return { people: keys.length, named: some.flatMap((personId) => names.get(personId) ?? []) };
}

/** The trainings of trainers to come that setting a version from a day on would judge by another one than now. */
function touchedBy(
  cx: Context,
  programmeId: number,
  versions: Parameters<typeof afterSetting>[0],
  today: string,
  { from, corrects }: { from: string; corrects: number | null },
) {
  if (!mayBeginOn(from, today)) return [];
  const after = afterSetting(versions, from, corrects);
  const then = totsEndingFrom(cx, programmeId, from < today ? from : today).flatMap((course) => {
    const next = course.endsOn === null ? null : inForceOn(after, course.endsOn);
    return course.endsOn !== null && next?.number !== inForceOn(versions, course.endsOn)?.number
      ? [{ ...course, by: next?.number ?? null }]
      : [];
  });
  const open = new Set(
    gate
      .coursesAmong(
        cx,
        "participants.read",
        then.map(({ id }) => id),
      )
      .map(({ id }) => id),
  );
  const people = rostersOf(
    cx,
    then.map(({ id }) => id),
  );
  return then.map((course) => {
    const placed = people.filter(({ courseId, state }) => courseId === course.id && isAskedForPlan(state));
    return {
      ...{ ...course, placed: placed.length },
      /** Who has a place; nobody for whoever may not see the participants. */
      named: open.has(course.id) ? placed.map(({ name, latinName }) => ({ name, latinName })) : [],
    };
  });
}
