/** The signs of attendance on paper, as SVG: told apart by their shapes, so that a copy in greys says the same. */
const drawn = (shape: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10" viewBox="0 0 10 10">${shape}</svg>`;
const green = "#0B6B5B";
const red = "#A3201A";

/** A full dot. */
export const presentSign = () => drawn(`<circle cx="5" cy="5" r="4" fill="${green}"/>`);

/** A dot that is half full. */
export const lateSign = () =>
  drawn(
    `<circle cx="5" cy="5" r="3.6" fill="none" stroke="${green}" stroke-width="0.8"/><path d="M5 1.4a3.6 3.6 0 0 0 0 7.2z" fill="${green}"/>`,
  );

/** An empty square. */
export const excusedSign = () =>
  drawn(`<rect x="1.6" y="1.6" width="6.8" height="6.8" fill="none" stroke="#5B635F" stroke-width="0.9"/>`);

/** A cross. */
export const absentSign = () =>
  drawn(`<path d="M1.8 1.8l6.4 6.4M8.2 1.8l-6.4 6.4" stroke="${red}" stroke-width="1.3" fill="none"/>`);

/** Points down: less than is asked for. */
export const belowSign = () => drawn(`<path d="M1 2h8l-4 6.5z" fill="${red}"/>`);
