export { recount } from "./recount";
export { takeRoll } from "./take";
