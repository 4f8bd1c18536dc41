const width = 210;
const height = 297;
/** Distance of the band's middle from the paper's edge, and half its width, in mm. */
const inset = 11;
const half = 3;
const strands = 6;

/** One strand of the guilloche: a wave around the page that closes in itself. */
function strand(phase: number): string {
  const w = width - 2 * inset;
  const h = height - 2 * inset;
  const length = 2 * (w + h);
  const waves = 96;
  const steps = waves * 14;
  const points = Array.from({ length: steps }, (_, i) => {
    const at = (i / steps) * length;
    const off =
      half *
      Math.sin((i / steps) * waves * 2 * Math.PI + phase) *
      Math.cos(phase / 2 + (i / steps) * 24 * Math.PI);
    if (at < w) return [inset + at, inset + off];
    if (at < w + h) return [width - inset - off, inset + (at - w)];
    if (at < 2 * w + h) return [width - inset - (at - w - h), height - inset - off];
    return [inset + off, height - inset - (at - 2 * w - h)];
  });
  return `M${points.map(([x, y]) => `${x!.toFixed(2)} ${y!.toFixed(2)}`).join("L")}Z`;
}

/** The fine frame of a trainer certification, as SVG: nobody takes it for a participation across a room. */
export function guillocheFrame(): string {
  const lines = Array.from({ length: strands }, (_, i) => strand((i * 2 * Math.PI) / strands));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}">`,
    `<g fill="none" stroke="#0B6B5B" stroke-width="0.14">${lines.map((d) => `<path d="${d}"/>`).join("")}</g>`,
    `<rect x="16" y="16" width="${width - 32}" height="${height - 32}" fill="none" stroke="#0B6B5B" stroke-width="0.4"/>`,
    `<rect x="6" y="6" width="${width - 12}" height="${height - 12}" fill="none" stroke="#0B6B5B" stroke-width="0.4"/></svg>`,
  ].join("");
}
