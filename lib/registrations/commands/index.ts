export { comeBack } from "./comeBack";
export { forgetAddresses } from "./forgetAddresses";
export { withdraw } from "./withdraw";
