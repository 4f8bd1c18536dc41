import Link from "next/link";
import { useTranslations } from "next-intl";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { NextPage } from "@/app/_ui/kit/NextPage";
import { FirstName, PersonName } from "@/app/_ui/PersonName";
import type { Participant } from "@/lib/participants/queries";
import { GivePlaceForm } from "./forms";

/** Who is no longer on the list; while places are given, each can have one again. */
export function LeftParticipants({
  courseId,
  left,
  gone,
  unfolded,
  open,
  base,
}: {
  courseId: number;
  left: { rows: readonly Participant[]; next: string | null };
  /** How many they are. */
  gone: number;
  unfolded: boolean;
  open: boolean;
  /** The address of the list. */
  base: string;
}) {
  const t = useTranslations("participants");
  return (
    <details id="left" className="card" open={unfolded}>
      <summary className="font-semibold min-h-11 content-center">{t("left", { count: gone })}</summary>
      <ul className="grid gap-3 mt-3">
        {left.rows.map((p) => (
          <li key={p.id} className="flex flex-wrap gap-3 items-center justify-between">
            <Link href={`${base}/${p.id}`} prefetch={false}>
              <PersonName name={p.name} latinName={p.latinName} />
            </Link>
            {open ? (
              <GivePlaceForm className="grid gap-1">
                <Hidden name="courseId" value={courseId} />
                <Hidden name="registrationId" value={p.id} />
                <Submit tone="quiet" busy={t("saving")}>
                  {t("givePlace")}
                  <span className="sr-only">
                    {" "}
                    <FirstName of={p} />
                  </span>
                </Submit>
              </GivePlaceForm>
            ) : null}
          </li>
        ))}
      </ul>
      {left.next === null ? null : <NextPage href={`${base}?left=${encodeURIComponent(left.next)}#left`} />}
    </details>
  );
}
