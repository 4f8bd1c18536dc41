export { type CascadeList, cascadeList } from "./list";
export { type Cascade, type CascadeTrainer, cascadeOf } from "./tree";
