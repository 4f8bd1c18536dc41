export { createPerson } from "./add";
export { bringIn, bringInShown } from "./bringIn";
export { editPerson, editProfile } from "./edit";
export { readSensitiveFacts } from "./facts";
export { giveAccess } from "./giveAccess";
export { addMember, addMemberShown } from "./giveRole";
export { inviteSomebody } from "./inviteSomebody";
export { makeCode } from "./makeCode";
export { removeMember } from "./takeRole";
