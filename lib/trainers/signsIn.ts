import { disabledAmong } from "../accounts/store";
import type { Context } from "../acts/context";
import { type FieldFault, fault } from "../faults";
import { personNames } from "../people/store";

/** Those of some trainers who can still sign in, so that they can be asked for what is to come. */
export function whoSignIn<Row extends { id: number }>(cx: Context, trainers: readonly Row[]): Row[] {
  const disabled = disabledAmong(
    cx,
    trainers.map(({ id }) => id),
  );
  return trainers.filter(({ id }) => !disabled.includes(id));
}

/** Why these people cannot train what is to come: the first of them whose account is disabled, so that they can no longer sign in; null where all can. */
export function cannotSignIn(cx: Context, personIds: readonly number[]): FieldFault | null {
  const disabled = disabledAmong(cx, personIds);
  const gone = personIds.find((id) => disabled.includes(id));
  if (gone === undefined) return null;
  return fault("trainerDisabled", { params: { trainer: { person: personNames(cx, gone)! } } });
}
