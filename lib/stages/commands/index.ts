export { enterCertifiedBefore } from "./certifiedBefore";
export { setGates } from "./gates";
export { judgeAnew } from "./judge";
export { makePlan, makePlanFor } from "./plan";
export { recogniseLearning, takeBackLearning } from "./recognise";
export { approveMaster, enterMasterStep, renew } from "./renew";
export { setSuperior } from "./superior";
