import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { ToolMark } from "@/app/_ui/kit/ToolMark";
import { FirstName } from "@/app/_ui/PersonName";
import { Say } from "@/app/_ui/Say";
import { Written } from "@/app/_ui/Written";
import { fullDay } from "@/lib/i18n/format";
import { dotBetween, nameInSentence } from "@/lib/i18n/rules";
import type { Doubted } from "@/lib/stages/queries/doubts";

/** Whose certification rests on what, struck out by whom and why; the name leads to where it is withdrawn or left as it is. */
export async function DoubtedRow({ row }: { row: Doubted }) {
  const locale = await getLocale();
  const t = await getTranslations("decide");
  return (
    <li className="card grid gap-1">
      <p className="flex flex-wrap gap-x-3">
        <Link href={row.href} prefetch={false}>
          <FirstName of={row.person} />
        </Link>
        <ToolMark tool={row.tool} />
        <Say text={row.programme} />
      </p>
      <p className="quiet">
        {t(row.taken ? "takenUnsigned" : `kind.${row.kind}`)}
        {dotBetween}
        {t("isStruck")}
        {dotBetween}
        {fullDay(row.day, locale)}
        {row.by ? `${dotBetween}${t("by", { name: nameInSentence(row.by, locale) })}` : null}
      </p>
      {row.words ? (
        <p className="whitespace-pre-line">
          <Written>{row.words}</Written>
        </p>
      ) : null}
    </li>
  );
}
