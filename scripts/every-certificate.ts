/**
 * Typesets certificates with every combination of what they differ in (tests/support/pages.ts) and says what is wrong
 * with any: npx tsx scripts/every-certificate.ts [step] [qr]. Far too long for npm test: about 150,000 pages.
 *   step  takes only each so-manieth combination (1: all of them, some hours); best a prime, such as 97
 *   qr    also reads the QR code from the picture of each so-manieth page taken (0: none; 20 unless told)
 */
import { certificatePdf } from "../lib/documents/certificate";
import { type Parameters, pageOf, parameters } from "../tests/support/pages";
import { certificateFaults } from "../tests/support/pdf";

const [step = 1, qr = 20] = process.argv.slice(2).map(Number);

function* combinations(): Generator<Parameters> {
  const entries = Object.entries(parameters);
  const count = entries.reduce((product, [, values]) => product * values.length, 1);
  for (let n = 0; n < count; n += step) {
    let rest = n;
    const set = entries.map(([name, values]) => {
      const value = values[rest % values.length];
      rest = Math.floor(rest / values.length);
      return [name, value];
    });
    yield Object.fromEntries(set) as Parameters;
  }
}

async function main() {
  let taken = 0;
  let wrong = 0;
  for (const set of combinations()) {
    const page = pageOf(set, taken);
    const faults = await certificateFaults(page, await certificatePdf(page), qr > 0 && taken % qr === 0);
    taken += 1;
    if (faults.length > 0) {
      wrong += 1;
      console.log(`${JSON.stringify(set)}: ${faults.slice(0, 3).join("; ")}`);
    }
    if (taken % 1000 === 0) console.log(`${taken} pages, ${wrong} wrong`);
  }
  console.log(`${taken} pages, ${wrong} wrong`);
  process.exit(wrong > 0 ? 1 : 0);
}

main();
