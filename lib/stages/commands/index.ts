export { setGates } from "./gates";
export { recogniseLearning, takeBackLearning } from "./recognise";
