import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { Offered } from "@/lib/stages/queries/offered";

/** Where something is entered of somebody on the way: a coaching visit, what took place elsewhere; none that would be refused. */
export async function EntryLinks({
  personId,
  offered,
  visitAlone = false,
}: {
  personId: number;
  offered: Offered | undefined;
  visitAlone?: boolean;
}) {
  const t = await getTranslations("stageEntry");
  const o = await getTranslations("observing");
  return (
    <>
      {offered?.visit ? (
        <Link href={`/desk/people/${personId}/visit`} prefetch={false} className="button">
          {t("visit")}
        </Link>
      ) : null}
      {offered?.step && !visitAlone ? (
        <Link href={`/desk/people/${personId}/enter`} prefetch={false} className="button">
          {t("step")}
        </Link>
      ) : null}
      {visitAlone ? null : (
        <Link href="/desk/observe" prefetch={false} className="button">
          {o("list")}
        </Link>
      )}
    </>
  );
}
