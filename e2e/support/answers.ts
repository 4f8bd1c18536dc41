import { ask } from "./pages";

export type Answer = "ok" | "signIn" | "notFound";
/** What each role gets, in the order of `roles`: visitor, participant, trainer, coordinator, another programme's coordinator, administrator. */
export type Row = readonly [Answer, Answer, Answer, Answer, Answer, Answer];

export const everyone: Row = ["ok", "ok", "ok", "ok", "ok", "ok"];
export const signedIn: Row = ["signIn", "ok", "ok", "ok", "ok", "ok"];
export const desk: Row = ["signIn", "notFound", "ok", "ok", "ok", "ok"];
export const coordinators: Row = ["signIn", "notFound", "notFound", "ok", "ok", "ok"];
/** Whoever plans: what their form asks for is found by nobody else. */
export const planners: Row = ["notFound", "notFound", "ok", "ok", "ok", "ok"];
/** Leading a programme is not having the right to all of them. */
export const leaders: Row = ["signIn", "notFound", "notFound", "ok", "ok", "notFound"];
export const trainers: Row = ["signIn", "notFound", "ok", "notFound", "notFound", "notFound"];
export const administrators: Row = ["signIn", "notFound", "notFound", "notFound", "notFound", "ok"];
/** Of the Ramallah course: its trainer and its programme's coordinator. */
export const courseTeam: Row = ["signIn", "notFound", "ok", "ok", "notFound", "ok"];
/** Of what the demonstration has in the programme of the other coordinator alone. */
export const otherProgramme: Row = ["signIn", "notFound", "notFound", "notFound", "ok", "ok"];
export const courseCoordinator: Row = ["signIn", "notFound", "notFound", "ok", "notFound", "ok"];

/** An address below a place that leads nowhere. */
export const nowhere = (place: string) => {
  const row: Row = ["notFound", "notFound", "notFound", "notFound", "notFound", "notFound"];
  return [`${place}/[...rest]`, { row, at: () => `${place}/no/such/page` }] as const;
};

/** A page of the programme of the demonstration that has most. */
export const programme = (part: string) =>
  `/desk/programmes/${ask<{ id: number }>("SELECT id FROM programmes WHERE code = 'PROSPECTS'").id}${part}`;
/** For whoever has shown a password and is still to take the second step, which none of these roles is. */
export const halfway: Row = ["signIn", "notFound", "notFound", "notFound", "notFound", "notFound"];
/** For whoever has joined an issuer to their account, which none of these roles has. */
export const joined: Row = halfway;
