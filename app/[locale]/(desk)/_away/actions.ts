"use server";

import { action } from "@/app/_actions/action";
import type { Values } from "@/app/_actions/readPost";
import {
  enterAwayDays as daysCommand,
  enterAwayHours as hoursCommand,
  putBackAway as putBackCommand,
  takeOutAway as takeOutCommand,
} from "@/lib/away/commands";

/** The page that the form stands on, with what was just done: one's own, or that of a trainer. */
const pageAfter = ({ personId, awayId }: { personId: number; awayId: number }, { own }: Values) =>
  `${own === "yes" ? "/my/away" : `/desk/people/${personId}/away`}?done=${awayId}`;

/** Enters days on which a trainer is away. */
export const enterAwayDays = action(daysCommand, { to: pageAfter });

/** Enters hours of every week at which a trainer cannot teach. */
export const enterAwayHours = action(hoursCommand, { to: pageAfter });

/** Takes out when a trainer was to be away. */
export const takeOutAway = action(takeOutCommand, { to: pageAfter, outOfDate: ["awayChanged"] });

/** Puts back what was taken out. */
export const putBackAway = action(putBackCommand, { to: pageAfter, outOfDate: ["awayChanged"] });
