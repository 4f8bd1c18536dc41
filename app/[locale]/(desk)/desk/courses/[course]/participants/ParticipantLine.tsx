import { MessageCircle, Phone } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { NumberToQuote } from "@/app/_ui/NumberToQuote";
import { PersonName } from "@/app/_ui/PersonName";
import { RegistrationBadge } from "@/app/_ui/StateBadges";
import { Written } from "@/app/_ui/Written";
import { dotBetween, nameFor } from "@/lib/i18n/rules";
import type { Participant } from "@/lib/participants/queries";
import { displayPhone } from "@/lib/phone/phone";

/** A participant, how they stand where that is more than having a place, and how to reach them. */
export function ParticipantLine({
  courseId,
  participant: p,
  base,
  certificate = null,
}: {
  courseId: number;
  participant: Participant;
  /** The address of the list. */
  base: string;
  /** How it stands with their certificate, once the workshop has ended. */
  certificate?: ReactNode;
}) {
  const t = useTranslations("participants");
  const called = nameFor(p, useLocale());
  return (
    <li className="grid gap-x-4 gap-y-2 py-3 border-t border-line sm:grid-cols-[1fr_auto] sm:items-start">
      <div className="min-w-0">
        <Link href={`${base}/${p.id}`} prefetch={false} className="inline-block min-h-7 font-semibold">
          <PersonName name={p.name} latinName={p.latinName} />
        </Link>
        <p className="quiet">
          <NumberToQuote course={courseId} number={p.number} />
          {p.organisation ? (
            <>
              {dotBetween}
              <Written>{p.organisation}</Written>
            </>
          ) : null}
        </p>
        {p.needs ? (
          <p className="text-sm">
            {t("needs")} <Written className="whitespace-pre-line">{p.needs}</Written>
          </p>
        ) : null}
        {p.state === "accepted" ? null : (
          <p>
            <RegistrationBadge state={p.state} />
            {p.waitingNumber === null ? null : (
              <span className="quiet"> {t("waitingNumber", { number: p.waitingNumber })}</span>
            )}
          </p>
        )}
        {certificate}
      </div>
      {p.phone ? (
        <p className="flex flex-wrap gap-2">
          <a href={`tel:${p.phone}`} className="button grow">
            <Phone size={18} />
            <span className="sr-only">{t("call", { name: called })} </span>
            <bdi dir="ltr" className="kept">
              {displayPhone(p.phone)}
            </bdi>
          </a>
          <a
            href={`https://wa.me/${p.phone.replace(/\D/g, "")}`}
            target="_blank"
            rel="noreferrer"
            className="button"
          >
            <MessageCircle size={18} />
            <span className="sr-only">{t("whatsapp", { name: called })}</span>
          </a>
        </p>
      ) : (
        <p className="quiet">{t("noPhone")}</p>
      )}
    </li>
  );
}
