export { editParticipant } from "./edit";
export { givePlace } from "./givePlace";
export { registerParticipants } from "./list";
export { makeParticipantCode } from "./makeCode";
export { registerParticipant, registerWalkIn } from "./register";
export { takeBackParticipant } from "./takeBack";
export type { Registered } from "./workshop";
