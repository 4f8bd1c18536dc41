/** The drawings of a certificate, as SVG in mm: the frame and the seal of a trainer certification, and our sign. */
const green = "#0B6B5B";
const width = 210;
const height = 297;
/** Distance of the band's middle from the paper's edge, how far its waves reach, and the length of one, in mm. */
const inset = 9;
const reach = 2.6;
const wave = 12;
const strands = 6;
/** Between two points of a wave. */
const step = 1.5;

type Point = [x: number, y: number];
const path = (points: Point[], close = "") =>
  `<path d="M${points.map(([x, y]) => `${x.toFixed(2)} ${y.toFixed(2)}`).join("L")}${close}"/>`;
const times = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

/** The waves of one side: `at` puts a distance along the side and one across it on the paper. */
const side = (length: number, at: (along: number, across: number) => Point) =>
  times(strands, (strand) =>
    path(
      times(length / step + 1, (i) =>
        at(i * step, reach * Math.sin((((i * step) / wave) * 2 + (strand * 2) / strands) * Math.PI)),
      ),
    ),
  ).join("");

/** A closed line that swings `petals` times between two distances from a middle. */
const flower = ([x, y]: Point, from: number, to: number, petals: number, turn: number) =>
  path(
    times(petals * 10, (i) => {
      const angle = (i / (petals * 10)) * 2 * Math.PI;
      const r = (from + to) / 2 + ((to - from) / 2) * Math.sin(petals * angle + turn);
      return [x + r * Math.cos(angle), y + r * Math.sin(angle)];
    }),
    "Z",
  );

/** The fine frame of a trainer certification: nobody takes it for a participation across a room. */
export function guillocheFrame(): string {
  const [w, h] = [width - 2 * inset, height - 2 * inset];
  const corners: Point[] = [inset, width - inset].flatMap((x) =>
    [inset, height - inset].map((y): Point => [x, y]),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}">`,
    `<g fill="none" stroke="${green}" stroke-width="0.13">`,
    side(w, (along, across) => [inset + along, inset + across]),
    side(w, (along, across) => [inset + along, height - inset + across]),
    side(h, (along, across) => [inset + across, inset + along]),
    side(h, (along, across) => [width - inset + across, inset + along]),
    `<rect x="13.5" y="13.5" width="${width - 27}" height="${height - 27}" stroke-width="0.35"/>`,
    ...corners.map(
      ([x, y]) =>
        `<circle cx="${x}" cy="${y}" r="7.4" fill="#fff" stroke="none"/>${times(3, (i) => flower([x, y], 4, 6.8, 14, (i * 2 * Math.PI) / 3)).join("")}`,
    ),
    "</g></svg>",
  ].join("");
}

/** Columns of dots that multiply from one to the next, the cascade itself: [x, y, radius] each. */
const dots: [number, number, number][] = [
  [2, 8, 1.6],
  ...[4, 12].map((y): [number, number, number] => [7.5, y, 1.3]),
  ...[2, 6, 10, 14].map((y): [number, number, number] => [13, y, 1]),
  ...times(8, (i): [number, number, number] => [18.5, 1 + 2 * i, 0.7]),
];
const circles = (list: typeof dots) =>
  list.map(([x, y, r]) => `<circle cx="${x}" cy="${y}" r="${r}"/>`).join("");

/** The sign of Cascade. */
export const cascadeSign = () =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="22mm" height="16mm" viewBox="0 0 22 16"><g fill="${green}">${circles(dots)}</g></svg>`;

/** The seal of a trainer certification: a rosette with the sign in its middle. */
export const seal = () =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" width="32mm" height="32mm" viewBox="0 0 32 32">`,
    `<g fill="none" stroke="${green}" stroke-width="0.16">${times(5, (i) => flower([16, 16], 8.2, 15.6, 16, (i * 2 * Math.PI) / 5)).join("")}</g>`,
    `<g fill="${green}" transform="translate(9.6 10.2) scale(0.74)">${circles(dots.filter(([x]) => x < 18))}</g></svg>`,
  ].join("");
