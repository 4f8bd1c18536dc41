import { certifiedStages, isCertifiedStage } from "../../../db/values/stages";
import type { Stage } from "./stage";

/** The text that whoever wants to be found in the public register agrees to; another wording is another version. */
export const registerTextVersion = "2026-12";

/** The first text that names the governorate: of whoever agreed to an older one it is not shown. */
export const governorateSince = "2026-12";

export { certifiedStages, isCertifiedStage };

/** Where somebody is with a tool, as far as their certification goes. `validUntil`: the last civil day of it, or of the last one. */
export type Certified = { stage: Stage; validUntil: string | null };

/** True where somebody is certified by this on a civil day. */
export const isCertifiedOn = ({ stage, validUntil }: Certified, day: string): boolean =>
  isCertifiedStage(stage) && validUntil !== null && validUntil >= day;

/** True where somebody was certified by this until before a civil day, and nothing else was decided of them. */
export const isLapsedOn = ({ stage, validUntil }: Certified, day: string): boolean =>
  stage === "lapsed" || (isCertifiedStage(stage) && validUntil !== null && validUntil < day);

/** So many requests for trainers are taken from one address within an hour, and for one trainer within a day. */
export const fromAddressLimit = { attempts: 5, windowMs: 60 * 60_000 } as const;
export const forTrainerLimit = { attempts: 10, windowMs: 24 * 60 * 60_000 } as const;
/** The same form, and the same request, is taken once. */
export const sameRequestLimit = { attempts: 1, windowMs: 24 * 60 * 60_000 } as const;

/** What whoever asks writes, without what a mail reader makes a link of: strangers write it to people who know nothing of them. */
export const withoutLinks = (text: string): string =>
  text.replace(/\S*:\/\/\S*/g, "…").replace(/\bwww\.\S*/gi, "…");

/** What a register is narrowed by: a stage, or `none` for whoever is at none. */
export type StageAsked = Stage | "none";
