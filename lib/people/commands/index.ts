export { createPerson } from "./add";
export { bringIn, bringInShown } from "./bringIn";
export { editPerson, editPersonShown, editProfile } from "./edit";
export { readSensitiveFacts } from "./facts";
export { giveAccess, giveAccessShown } from "./giveAccess";
export { addMember, addMemberShown, makeTrainers } from "./giveRole";
export { inviteSomebody } from "./inviteSomebody";
export { makeCode, makeCodeShown } from "./makeCode";
export { removeMember } from "./takeRole";
