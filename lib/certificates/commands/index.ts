export { allowAgain, keepCertificate } from "./decide";
export { issueCertificates } from "./issue";
export { prepareCertificates } from "./prepare";
export { reissueCertificate } from "./reissue";
export { revokeCertificate } from "./revoke";
export { verifyCertificate } from "./verify";
