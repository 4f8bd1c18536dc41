import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Column, Table } from "@/app/_ui/kit/Table";
import { pageAfter } from "@/app/_ui/pageAfter";

/** So many rows a list shows where others stand above and below it. */
const mostAmongOthers = 10;

/** Which list of the page stands alone, if one does, the row after which it begins, and the certificate that is open. */
export type Shown = { view: string | null; after: number | null; certificate: number | null };

/** A list of the page under its title, with how many there are; the first few where it stands among others. */
export function List<Item>({
  id,
  title,
  aside,
  columns,
  of,
  keyOf,
  shown,
  children,
}: {
  /** What it is called in the address. */
  id: string;
  title: string;
  /** Beside the title, or buttons. */
  aside?: ReactNode;
  columns: readonly Column[];
  of: readonly Item[];
  keyOf: (item: Item) => number;
  shown: Shown;
  children: (item: Item) => ReactNode;
}) {
  const t = useTranslations("certificatePage");
  const alone = shown.view === id;
  const page = pageAfter(of, keyOf, alone ? shown.after : null, alone ? undefined : mostAmongOthers);
  const left = of.length - page.rows.length;
  return (
    <section id={id} className="grid gap-3 min-w-0" aria-labelledby={`${id}-title`}>
      <div className="flex flex-wrap gap-x-4 gap-y-2 items-center justify-between">
        <h2 id={`${id}-title`} className="text-lg">
          {title}
        </h2>
        {aside}
      </div>
      <Table caption={title} columns={columns}>
        <tbody>{page.rows.map(children)}</tbody>
      </Table>
      {page.next === null ? null : (
        <p>
          <Link
            href={alone ? `?view=${id}&after=${page.next}#${id}` : `?view=${id}`}
            prefetch={false}
            className="min-h-11 inline-flex items-center"
          >
            {alone ? t("further") : t("more", { count: left })}
          </Link>
        </p>
      )}
    </section>
  );
}
