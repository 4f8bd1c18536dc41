export { keepTemplate } from "./keep";
export { removeTemplate, restoreTemplate } from "./remove";
export { renameTemplate } from "./rename";
