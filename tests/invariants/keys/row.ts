import type { Filled } from "../../support/twoProgrammes";

/** What an action needs to be tried. */
export type Row = {
  /** The form as somebody who may would send it, all of its keys in their own programme. */
  form: (of: Filled) => Record<string, unknown>;
  /** Who may do that in this programme. */
  by: readonly string[];
  at?: number;
  /** Keys that anybody may name, and why that is right. */
  open?: Record<string, string>;
  /** Fields that are named by a key, such as the marks of a roll: the same with another programme's key. */
  named?: (of: Filled, elsewhere: Filled) => Record<string, unknown>;
};
/** Who may do what is the programme's. */
export const team = ["coordinator", "administrator"];
/** Keys of what is shared by all programmes. */
export const catalogue = {
  moduleIds: "the catalogue of tools is everybody's",
  moduleId: "the catalogue of tools is everybody's",
  wholeIds: "the catalogue of tools is everybody's",
  venueId: "venues are everybody's",
  roomId: "rooms are everybody's",
};
