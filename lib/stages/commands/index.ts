export { chasePlans } from "./chase";
export { setGates } from "./gates";
export { makePlan, makePlanFor } from "./plan";
export { recogniseLearning, takeBackLearning } from "./recognise";
