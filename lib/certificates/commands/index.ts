export { certifyTrainer, issueCertificates } from "./issue";
export { prepareCertificates, settlePrepared } from "./prepare";
export { allowAgain, keepCertificate, reissueCertificate, revokeCertificate } from "./takeBack";
