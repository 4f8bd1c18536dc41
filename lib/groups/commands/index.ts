export { deleteGroup } from "./delete";
export { groupPeople } from "./people";
export { restoreGroup } from "./restore";
export { saveGroup } from "./save";
