// Draws the icons that devices ask for in dots, from the sign (app/icon.svg): npm run icons. Run it when the sign changes.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { root } from "./setup.mjs";

const sign = readFileSync(join(root, "app", "icon.svg"), "utf8");
const paper = "#faf9f6";

/** The sign on a square of so many dots, taking up a share of it; on paper unless what is behind may shine through. */
async function drawn(size, share, background) {
  const inner = Math.round(size * share);
  const picture = await sharp(Buffer.from(sign), { density: (72 * inner) / 24 })
    .resize(inner, inner)
    .png()
    .toBuffer();
  return sharp({ create: { width: size, height: size, channels: 4, background: background ?? "#00000000" } })
    .composite([{ input: picture }])
    .png({ compressionLevel: 9, palette: true })
    .toBuffer();
}

/** An .ico of one picture: a head of 22 bytes and the PNG. */
function ico(png, size) {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(22, 18);
  return Buffer.concat([head, png]);
}

const put = (path, data) => writeFileSync(join(root, path), data);
put("public/icon-192.png", await drawn(192, 0.8));
put("public/icon-512.png", await drawn(512, 0.8));
// A device may cut this one to a circle: the sign keeps to the middle.
put("public/icon-maskable-512.png", await drawn(512, 0.55, paper));
put("app/apple-icon.png", await drawn(180, 0.7, paper));
put("public/favicon.ico", ico(await drawn(32, 0.95), 32));
