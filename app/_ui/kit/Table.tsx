import { ArrowDown, ArrowUp, ArrowUpDown } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TableBox } from "./TableBox";
import "./table.css";
import "./table-head.css";
import "./table-narrow.css";

/** How a column can be sorted: where the other order is, and which order it is in now, if it is the one that counts. */
export type Sort = { href: string; now: "ascending" | "descending" | null };

/** A column of a table: what stands in its head, and how it is looked at. */
export type Column = {
  key: string;
  label: ReactNode;
  /** True for numbers, which end in one line. */
  end?: boolean;
  /** True where what is in it says itself what it is: its head is read aloud, not seen. */
  quiet?: boolean;
  /** True for the box that ticks all, which a phone shows too. */
  box?: boolean;
  /** True where it gives way to the panel that stands beside the list, which says it too. */
  spare?: boolean;
  /** True where a phone says it elsewhere, or not at all. */
  wide?: boolean;
  sort?: Sort;
};

/**
 * A table where people compare; on a phone a row becomes a grid. Rows are `Row` in `RowGroup` or a plain `tbody`, sums
 * stand in `foot`.
 */
export function Table({
  caption,
  columns,
  tight = false,
  children,
  foot,
}: {
  /** What is in it, for whoever hears it. */
  caption: string;
  columns: readonly Column[];
  /** True where a phone shows many rows: the state stands beside the name, what is under the name gives way. */
  tight?: boolean;
  children: ReactNode;
  /** Rows of sums (`SumRow`). */
  foot?: ReactNode;
}) {
  return (
    <TableBox>
      <table className={tight ? "tbl tbl-tight" : "tbl"}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        {children}
        {foot ? <tfoot>{foot}</tfoot> : null}
      </table>
    </TableBox>
  );
}

const arrows = { ascending: ArrowUp, descending: ArrowDown };

function Head({ column: { label, end, quiet, box, spare, sort } }: { column: Column }) {
  const t = useTranslations("list");
  const Arrow = sort?.now ? arrows[sort.now] : ArrowUpDown;
  return (
    <th
      scope="col"
      aria-sort={sort ? (sort.now ?? "none") : undefined}
      className={
        [end ? "tbl-end" : "", sort ? "tbl-sorts" : "", box ? "tbl-all" : "", spare ? "tbl-spare" : ""]
          .filter(Boolean)
          .join(" ") || undefined
      }
    >
      {sort ? (
        <Link href={sort.href} prefetch={false} scroll={false} className="tbl-sort">
          {label}
          <Arrow size={14} aria-hidden />
          <span className="sr-only">{t("sort")}</span>
        </Link>
      ) : quiet ? (
        <span className="sr-only">{label}</span>
      ) : (
        label
      )}
    </th>
  );
}

/** Rows that have a state in common, which stands above them once, with how many they are. */
export function RowGroup({
  head,
  count,
  columns,
  children,
}: {
  head: ReactNode;
  count?: ReactNode;
  /** How many columns the table has. */
  columns: number;
  children: ReactNode;
}) {
  return (
    <tbody>
      <tr className="tbl-group">
        <th scope="rowgroup" colSpan={columns}>
          {head} {count === undefined ? null : <span className="quiet">{count}</span>}
        </th>
      </tr>
      {children}
    </tbody>
  );
}

/** One row. `chosen` is the one that stands open beside the list. */
export function Row({
  id,
  chosen = false,
  children,
}: {
  id?: string;
  chosen?: boolean;
  children: ReactNode;
}) {
  return (
    <tr id={id} aria-current={chosen ? "true" : undefined}>
      {children}
    </tr>
  );
}

/** The first column: what the row is of, as its head; the link is bold, the line under it muted. */
export function RowHead({
  href,
  linkId,
  under,
  scroll,
  children,
}: {
  href?: string;
  /** Where the focus comes back to from what was open beside the list. */
  linkId?: string;
  under?: ReactNode;
  /** False where the page stays, with something open beside the list. */
  scroll?: boolean;
  children: ReactNode;
}) {
  return (
    <th scope="row" className="tbl-name">
      {href ? (
        <Link id={linkId} href={href} prefetch={false} scroll={scroll} className="tbl-link">
          {children}
        </Link>
      ) : (
        children
      )}{" "}
      {under ? <span className="tbl-under">{under}</span> : null}
    </th>
  );
}

/**
 * Where a cell stands on a phone: its box at the start, the state beneath the name, facts under it with their column's name
 * where they do not say it themselves, the next step below, the menu at the end. `narrow` is there on a phone alone, in place
 * of cells that are `wide`.
 */
type Place = "tick" | "state" | "fact" | "next" | "menu" | "narrow";

/** One cell. Empty, it takes no room on a phone. */
export function Cell({
  at = "fact",
  label,
  end = false,
  spare = false,
  wide = false,
  under,
  children,
}: {
  at?: Place;
  /** As of its column. */
  spare?: boolean;
  wide?: boolean;
  /** The column's name, seen on a phone alone. */
  label?: string;
  end?: boolean;
  under?: ReactNode;
  children?: ReactNode;
}) {
  const empty = [undefined, null, false, ""].includes(children as null) && !under;
  return (
    <td className={`tbl-${at}${end ? " tbl-end" : ""}${spare ? " tbl-spare" : ""}${wide ? " tbl-wide" : ""}`}>
      {label && !empty ? (
        <>
          <span className="tbl-label" aria-hidden>
            {label}
          </span>{" "}
        </>
      ) : null}
      {children}
      {under ? " " : null}
      {under ? <span className="tbl-under">{under}</span> : null}
    </td>
  );
}

/** A row of sums at the foot. */
export function SumRow({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <tr>
      <th scope="row" className="tbl-name">
        {label}
      </th>
      {children}
    </tr>
  );
}
