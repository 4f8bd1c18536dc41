export { certifyTrainer } from "./certify";
export { allowAgain, keepCertificate } from "./decide";
export { issueCertificates } from "./issue";
export { prepareCertificates, settlePrepared } from "./prepare";
export { reissueCertificate } from "./reissue";
export { revokeCertificate } from "./revoke";
export { verifyCertificate } from "./verify";
