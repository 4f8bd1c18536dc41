import type { Unmet } from "../../completion/rules";
import type { Outlook } from "../../completion/rules/reachable";
import { holdsSeat, type RegistrationState } from "../../registrations/rules";

/** What a certificate of participation rests on, as the course has it now. */
export type Ground = {
  state: RegistrationState;
  /** Minutes that count. */
  minutes: number;
  /** Conditions of the completion rule that are not met. */
  unmet: readonly Unmet[];
};

/** Why nobody could have this certificate now: conditions of the rule, and what it takes for granted. */
export type Lack =
  | Unmet
  /** Did not come at all. */
  | { kind: "not_attended" }
  /** The registration holds no place in the course any more. */
  | { kind: "no_place" }
  /** A trainer certification without the participation it follows from. */
  | { kind: "participation"; status: Exclude<ParticipationStatus, "stands"> };

/** How it stands with the participation that a trainer certification rests on. */
export type ParticipationStatus = "stands" | "doubtful" | "revoked" | "none";

/** What somebody lacks for a certificate of participation; nothing where they may have it. */
export function lacksForParticipation({ state, minutes, unmet }: Ground): Lack[] {
  if (!holdsSeat(state)) return [{ kind: "no_place" }];
  const attendanceSaid = unmet.some((u) => u.kind === "attendance" || u.kind === "no_sessions");
  const absent = state === "no_show" || minutes === 0;
  return absent && !attendanceSaid ? [{ kind: "not_attended" }, ...unmet] : [...unmet];
}

/**
 * What somebody lacks while their course goes on, all of it by name, whether it is still to come or nobody has entered it: but
 * that they have not come at all, which is not known before the end, and attendance where an outlook (`Outlook`) says it.
 */
export const lacksUnderWay = (lacks: readonly Lack[], outlook: Outlook | null): Lack[] =>
  lacks.filter(({ kind }) => kind !== "not_attended" && !(kind === "attendance" && outlook !== null));

/** Minutes as a certificate prints them: whole hours, never more than were attended; less than an hour as it is. */
export const minutesOnPaper = (minutes: number): number =>
  minutes < 60 ? minutes : Math.floor(minutes / 60) * 60;

/** What a decision to keep a certificate looked at: when this changes, the decision is asked for again. */
export const groundOf = (
  { state, minutes, unmet }: Ground,
  participation: ParticipationStatus | null = null,
) => JSON.stringify({ state, minutes, unmet: unmet.map((u) => u.kind), participation });
