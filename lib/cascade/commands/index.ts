export { enterThreadEntry, strikeThreadEntry, undoThreadEntry } from "./thread";
