export { makeFeedAddress, renewFeedAddress } from "./make";
export { readFeed } from "./read";
