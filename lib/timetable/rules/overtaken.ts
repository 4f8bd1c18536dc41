/** Why a change cannot be undone any more, whoever asks: it was undone, or something that it touched is another by now. */
export const overtakesUndo = [
  "undoneAlready",
  "undoGone",
  "undoChanged",
  "undoDatesChanged",
  "undoRollTaken",
  "undoBegun",
  "undoOutside",
  "undoTrainerLeft",
  "undoRoomGone",
  "undoModuleGone",
  "undoGroupGone",
  "undoAskedAnew",
] as const;
export type OvertakesUndo = (typeof overtakesUndo)[number];
