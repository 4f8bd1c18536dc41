export { acceptRequest, declineRequest, proposeInstead } from "./answer";
export { askTrainers } from "./ask";
export { chaseRequests } from "./chase";
export { askAgain, settleRequest, takeBackRequest } from "./manage";
