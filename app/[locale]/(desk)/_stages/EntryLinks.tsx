import Link from "next/link";
import { getTranslations } from "next-intl/server";

/** Where something is entered of somebody on the way: a coaching visit, what took place elsewhere. */
export async function EntryLinks({
  personId,
  visitAlone = false,
}: {
  personId: number;
  visitAlone?: boolean;
}) {
  const t = await getTranslations("stageEntry");
  const o = await getTranslations("observing");
  return (
    <>
      <Link href={`/desk/people/${personId}/visit`} prefetch={false} className="button">
        {t("visit")}
      </Link>
      {visitAlone ? null : (
        <>
          <Link href={`/desk/people/${personId}/enter`} prefetch={false} className="button">
            {t("step")}
          </Link>
          <Link href="/desk/observe" prefetch={false} className="button">
            {o("list")}
          </Link>
        </>
      )}
    </>
  );
}
