import type { Context } from "../../acts/context";
import type { Unheard } from "../../acts/events";
import { decisionWaitMs } from "../../messages/rules";
import { isUnheard } from "../../messages/tell";
import type { RegistrationState } from "../../registrations/rules";

type Back = { id: number; state: RegistrationState; decidedAt: number };

/**
 * Those who never heard of the decision on them, and so have nothing to hear of its being taken back. A withdrawal is told
 * to nobody: once a moment has passed, whoever was to come again hears so.
 */
export const unheardOf = (cx: Context, rows: readonly Back[]): Unheard[] =>
  rows
    .filter(
      ({ id, state, decidedAt }) =>
        state === "shortlisted" ||
        (state === "withdrawn" ? cx.now < decidedAt + decisionWaitMs : isUnheard(cx, id, "place")),
    )
    .map(({ id, state, decidedAt }) => ({
      registrationId: id,
      setAsideAt: state === "shortlisted" ? null : decidedAt,
    }));
