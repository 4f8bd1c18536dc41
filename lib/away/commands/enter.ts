import * as trainers from "../../access/trainerGate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { type FieldFault, fault } from "../../faults";
import { refuse, refuseAt } from "../../result";
import { daysSomewhere } from "../../time/zone";
import { type AwayTime, isAwayOver, mostAway, sharesTime, timeOfRow } from "../rules";
import { awayDaysSchema, awayHoursSchema, awaySchema } from "../schema";
import { type AwayRow, awayRow, awayRowsOf, insertAway, setRemoved } from "../store";

/** Why somebody cannot be away then too: that it is said already. */
function saidAlready(there: AwayTime): FieldFault {
  return there.kind === "days"
    ? fault("awayThere", { params: { from: { day: there.fromDay }, to: { day: there.toDay } } })
    : fault("awayHoursThere", { params: { times: { from: there.startsAt, to: there.endsAt } } });
}

/** Days are over once they are over everywhere. */
const todayOf = (cx: Context) => daysSomewhere(cx.now)[0];

/** Refuses what is over, what is said already, and more than anybody reads. */
function demandNew(cx: Context, personId: number, time: AwayTime, at: string): void {
  if (isAwayOver(time, todayOf(cx))) refuseAt({ [at]: fault("awayOver") });
  const there = awayRowsOf(cx, personId, todayOf(cx));
  const met = there.map(timeOfRow).find((one) => sharesTime(one, time));
  if (met) refuseAt({ [at]: saidAlready(met) });
  if (there.length >= mostAway) refuse("tooManyAway", { params: { max: mostAway } });
}

function enter(cx: Context, personId: number, reason: string | null, time: AwayTime) {
  demandNew(cx, personId, time, time.kind === "days" ? "fromDay" : "startsAt");
  const awayId = insertAway(cx, { personId, reason, time });
  happened(cx, { kind: "away.entered", personId, awayId });
  return { personId, awayId };
}

/**
 * Enters days on which a trainer is away: they themselves, or a coordinator of a programme in which they are a trainer.
 * Nothing is taken from them that they teach already: it is said wherever it is planned.
 */
export const enterAwayDays = command("away.edit", awayDaysSchema, (cx, input) => {
  const { personId } = trainers.trainer(cx, "away.edit", input.personId);
  const { fromDay, toDay, reason } = input;
  return enter(cx, personId, reason, { kind: "days", fromDay, toDay: toDay ?? fromDay });
});

/** Enters hours of every week at which a trainer cannot teach. */
export const enterAwayHours = command("away.edit", awayHoursSchema, (cx, input) => {
  const { personId } = trainers.trainer(cx, "away.edit", input.personId);
  const { weekday, startsAt, endsAt, reason } = input;
  return enter(cx, personId, reason, { kind: "weekly", weekday, startsAt, endsAt });
});

/** What was entered of a trainer, to take out or to put back; refused where somebody has done so meanwhile. */
function entered(cx: Context, awayId: number, removed: boolean): AwayRow {
  const row = awayRow(cx, awayId);
  // Without a row nobody is asked for: that is not found either.
  trainers.trainer(cx, "away.edit", row?.personId ?? 0);
  if (!row || (row.removedAt !== null) !== removed) refuse("awayChanged");
  return row;
}

/** Takes out when a trainer was to be away; it can be put back. */
export const takeOutAway = command("away.edit", awaySchema, (cx, { awayId }) => {
  const { personId } = entered(cx, awayId, false);
  setRemoved(cx, awayId, true);
  happened(cx, { kind: "away.taken-out", personId, awayId });
  return { personId, awayId };
});

/** Puts back what was taken out. Refused where the same is said again by now. */
export const putBackAway = command("away.edit", awaySchema, (cx, { awayId }) => {
  const row = entered(cx, awayId, true);
  const time = timeOfRow(row);
  const met = awayRowsOf(cx, row.personId, todayOf(cx))
    .map(timeOfRow)
    .find((one) => sharesTime(one, time));
  if (met) refuse("awayChanged");
  setRemoved(cx, awayId, false);
  happened(cx, { kind: "away.put-back", personId: row.personId, awayId });
  return { personId: row.personId, awayId };
});
