export { approveMany } from "./approveMany";
export { approve, certifyByException, refuseRecommendation, returnRecommendation } from "./decide";
export { setGates } from "./gates";
export { judgeAnew } from "./judge";
export { makePlan, makePlanFor } from "./plan";
export { recogniseLearning, takeBackLearning } from "./recognise";
export { recommend } from "./recommend";
export { notContinue, resume, strikeOut, suspend, withdraw } from "./stop";
export { setSuperior } from "./superior";
