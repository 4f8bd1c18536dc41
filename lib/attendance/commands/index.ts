export { takeRoll } from "./take";
