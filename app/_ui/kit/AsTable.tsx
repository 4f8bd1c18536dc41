import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import "./as-table.css";

/** What a picture says, as a table that opens beside it: for whoever reads numbers rather than pictures, or listens. */
export function AsTable({
  caption,
  heads,
  rows,
}: {
  /** What the table is of: heard, and seen where it is open. */
  caption: string;
  /** The first is that of the rows' names. */
  heads: readonly string[];
  /** Each with its name first. */
  rows: readonly (readonly ReactNode[])[];
}) {
  const t = useTranslations("pictures");
  return (
    <details className="as-table" suppressHydrationWarning>
      <summary>
        {t("asTable")}
        <span className="sr-only">: {caption}</span>
      </summary>
      <div>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...values], row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows never move, and two may bear one name.
              <tr key={row}>
                <th scope="row">{name}</th>
                {values.map((value, column) => (
                  <td key={heads[column + 1]}>{value}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
