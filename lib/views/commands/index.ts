export { deleteView, restoreView } from "./delete";
export { renameView, saveView } from "./save";
