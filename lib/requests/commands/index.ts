export { acceptRequest, declineRequest, proposeInstead } from "./answer";
export { askTrainers } from "./ask";
export { chaseRequests, endRequests } from "./chase";
export { enterAnswer, takeBackAnswer } from "./heard";
export { askAgain, settleRequest, takeBackRequest } from "./manage";
export { tellRequest } from "./tell";
