export { chasePlans } from "./chase";
export { setGates } from "./gates";
export { judgeAnew } from "./judge";
export { makePlan, makePlanFor } from "./plan";
export { recogniseLearning, takeBackLearning } from "./recognise";
export { setSuperior } from "./superior";
