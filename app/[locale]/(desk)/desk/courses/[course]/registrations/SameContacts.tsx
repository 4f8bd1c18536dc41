import Link from "next/link";
import { useTranslations } from "next-intl";
import { Notice } from "@/app/_ui/kit/Notice";
import { NumberToQuote } from "@/app/_ui/NumberToQuote";
import type { SameContact } from "@/lib/registrations/queries";

/** So many are named in the note above the list; each row says its own. */
const named = 12;

/** With whom somebody shares a phone or an e-mail address in this course, each a link. */
export function SameContacts({
  courseId,
  others,
  showing,
}: {
  courseId: number;
  others: readonly SameContact[];
  /** The address that shows a registration. */
  showing: (id: number) => string;
}) {
  const t = useTranslations("registrations");
  return others.map(({ id, number, kind }) => (
    <Link key={id} href={showing(id)} prefetch={false} scroll={false} className="block">
      {t(`sameContact.${kind}`, { number: `\u2066${courseId}-${number}\u2069` })}
    </Link>
  ));
}

/** Above the list, before several are accepted at once: which registrations share a contact. */
export function SameContactsNote({
  courseId,
  same,
  showing,
}: {
  courseId: number;
  same: ReadonlyMap<number, readonly SameContact[]>;
  showing: (id: number) => string;
}) {
  const t = useTranslations("registrations");
  if (same.size === 0) return null;
  const numbers = new Map([...same.values()].flat().map(({ id, number }) => [id, number]));
  const all = [...numbers].sort(([, a], [, b]) => a - b);
  return (
    <Notice tone="attention" title={t("sameContact.title", { count: same.size })}>
      <p>{t("sameContact.hint")}</p>
      <p className="flex flex-wrap gap-x-4">
        {all.slice(0, named).map(([id, number]) => (
          <Link key={id} href={showing(id)} prefetch={false} scroll={false}>
            <NumberToQuote course={courseId} number={number} />
          </Link>
        ))}
        {all.length > named ? <span>{t("sameContact.more", { count: all.length - named })}</span> : null}
      </p>
    </Notice>
  );
}
