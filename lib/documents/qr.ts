import QRCode from "qrcode";

/** The QR code of a text as squares of one unit: how many a side, and the path that fills the dark ones. */
export function qrSquares(text: string): { side: number; path: string } {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  const squares = Array.from(modules.data, (dark, at) =>
    dark ? `M${at % modules.size} ${Math.floor(at / modules.size)}h1v1h-1z` : "",
  );
  return { side: modules.size, path: squares.join("") };
}
