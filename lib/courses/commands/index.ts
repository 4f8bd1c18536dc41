export { approveWorkshop, takeApprovalBack, turnDownWorkshop } from "./approve";
export { askToDecide, confirmCourse } from "./confirm";
export { createCourse } from "./create";
export { editCourse } from "./edit";
export { editWorkshop } from "./editWorkshop";
export { setCourseState } from "./life";
export { moveCurriculum } from "./moveCurriculum";
export { scheduleWorkshop } from "./schedule";
