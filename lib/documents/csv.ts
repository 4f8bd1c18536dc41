export type CsvValue = string | number | null;

/** Begins what a spreadsheet would take for a formula, in the signs of a wide keyboard too. */
const formula = /^[\s\p{Cf}]*[=+\-@＝＋－＠]/u;

/** One cell: quoted where it has to be; what a spreadsheet would calculate is kept as text by an apostrophe. */
function cellOf(value: CsvValue): string {
  if (typeof value !== "string") return value === null ? "" : String(value);
  const text = formula.test(value) || /^[\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What a file of comma-separated values begins with, so that spreadsheets read Arabic and accents as they are. */
export const csvBegin = "\ufeff";

/** One row of such a file. */
export const csvRow = (values: readonly CsvValue[]): string => `${values.map(cellOf).join(",")}\r\n`;
