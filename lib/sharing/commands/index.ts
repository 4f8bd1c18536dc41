export { endSharing, leaveSharing } from "./end";
export { setPercents } from "./percents";
export { shareCourse } from "./share";
