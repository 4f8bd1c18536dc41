export { recogniseLearning, takeBackLearning } from "./recognise";
