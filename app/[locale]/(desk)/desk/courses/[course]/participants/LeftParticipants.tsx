import Link from "next/link";
import { useTranslations } from "next-intl";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { PersonName } from "@/app/_ui/PersonName";
import { Written } from "@/app/_ui/Written";
import type { Participant } from "@/lib/participants/queries";
import { GivePlaceForm } from "./forms";

/** Who is no longer on the list; while places are given, each can have one again. */
export function LeftParticipants({
  courseId,
  left,
  open,
  base,
}: {
  courseId: number;
  left: readonly Participant[];
  open: boolean;
  /** The address of the list. */
  base: string;
}) {
  const t = useTranslations("participants");
  return (
    <details className="card">
      <summary className="font-semibold min-h-11 content-center">{t("left", { count: left.length })}</summary>
      <ul className="grid gap-3 mt-3">
        {left.map((p) => (
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
                    <Written>{p.name}</Written>
                  </span>
                </Submit>
              </GivePlaceForm>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
