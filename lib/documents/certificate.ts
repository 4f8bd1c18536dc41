import QRCode from "qrcode";
import type { CertificatePage } from "./page";
import { typesetPdf, typesetPicture } from "./typst";

/** The QR code of an address, as SVG. */
export const qrCode = (address: string): Promise<string> =>
  QRCode.toString(address, { type: "svg", margin: 0, errorCorrectionLevel: "M" });

/**
 * A certificate typeset by Typst, as a PDF of one page. A character that none of our fonts has is left out
 * (`unprintableOn` says which).
 * @throws Error where Typst refuses the document.
 */
export const typeset = (page: CertificatePage, qr: string): Buffer => typesetPdf("certificate", page, { qr });

/** The certificate as a PDF, with the QR code of its address. */
export const certificatePdf = async (page: CertificatePage): Promise<Buffer> =>
  typeset(page, await qrCode(page.verifyUrl));

/** The certificate as a picture (SVG), as it would be printed. */
export const certificatePicture = async (page: CertificatePage): Promise<string> =>
  typesetPicture("certificate", page, { qr: await qrCode(page.verifyUrl) });
