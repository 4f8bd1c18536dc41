export type { CascadeTot, CascadeTrainer, CascadeWorkshop } from "./branches";
export type { LeftOutLines } from "./leftOut";
export { type CascadeList, cascadeList, wholeCascade } from "./list";
export { organisationsToFollow } from "./organisations";
export { teamOf } from "./team";
export { followersOf, type Thread, type ThreadEntry, threadOf } from "./thread";
export { type Cascade, cascadeOf, trainingsOf } from "./tree";
