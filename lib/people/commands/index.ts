export { createPerson } from "./add";
export { bringIn } from "./bringIn";
export { editPerson, editProfile, updatePerson } from "./edit";
export { readSensitiveFacts, saveSensitiveFacts } from "./facts";
export { giveAccess } from "./giveAccess";
export { addMember } from "./giveRole";
export { findOrCreateOrganisation } from "./organisation";
export { removeMember } from "./takeRole";
