export { confirmWorkshop } from "./confirm";
export { enterStep, noteVisit } from "./enter";
export { setGates } from "./gates";
export { judgeAnew } from "./judge";
export { observe } from "./observe";
export { makePlan, makePlanFor } from "./plan";
export { recogniseLearning, takeBackLearning } from "./recognise";
export { signObservation } from "./sign";
export { setSuperior } from "./superior";
