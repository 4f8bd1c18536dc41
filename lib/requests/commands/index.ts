export { acceptRequest, declineRequest, proposeInstead } from "./answer";
export { askTrainers } from "./ask";
export { chaseRequests, endRequests } from "./chase";
export { askAgain, settleRequest, takeBackRequest } from "./manage";
