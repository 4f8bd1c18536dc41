export { makeFeedAddress, makeFeedAddressShown, renewFeedAddress, renewFeedAddressShown } from "./make";
export { readFeed } from "./read";
