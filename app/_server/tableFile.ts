import { type CsvValue, csvBegin, csvRow } from "@/lib/documents/csv";

/**
 * A list as a file for a spreadsheet, sent a part at a time, so that a long one holds nobody else up.
 * @param parts what is listed, a page at once. @param rowsOf what becomes of each of them.
 */
export function tableResponse<Row>(
  heads: readonly string[],
  parts: Iterator<readonly Row[]>,
  rowsOf: (row: Row) => CsvValue[][],
  name: string,
): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start: (to) => to.enqueue(encoder.encode(csvBegin + csvRow(heads))),
    pull: async (to) => {
      // Whoever waits comes between two parts.
      await new Promise((resolve) => setImmediate(resolve));
      const { done, value } = parts.next();
      if (done) to.close();
      else to.enqueue(encoder.encode(value.flatMap(rowsOf).map(csvRow).join("")));
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}.csv"`,
    },
  });
}
