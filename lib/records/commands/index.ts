export { editRecord } from "./edit";
export { recordCourse } from "./record";
export { putBackRecord, takeOutRecord } from "./takeOut";
