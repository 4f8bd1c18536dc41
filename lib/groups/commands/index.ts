export { deleteGroup } from "./delete";
export { groupPeople } from "./people";
export { saveGroup } from "./save";
