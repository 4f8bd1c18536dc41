export { comeBack } from "./comeBack";
export { countBySex } from "./countBySex";
export { forgetAddresses } from "./forgetAddresses";
export { withdraw } from "./withdraw";
