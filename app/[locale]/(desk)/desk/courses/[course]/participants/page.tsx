import { MessageCircle, Phone } from "lucide-react";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { granted, requireContext } from "@/app/_server/context";
import { courseOfDesk } from "@/app/_server/course";
import { Empty } from "@/app/_ui/Empty";
import { Hidden, Submit } from "@/app/_ui/Form";
import { NextPage } from "@/app/_ui/NextPage";
import { Notice } from "@/app/_ui/Notice";
import { PersonName } from "@/app/_ui/PersonName";
import { pageAfter } from "@/app/_ui/pageAfter";
import { RegistrationBadge } from "@/app/_ui/StateBadges";
import { Written } from "@/app/_ui/Written";
import * as gate from "@/lib/access/gate";
import { allows } from "@/lib/courses/rules";
import { isolate, type Locale } from "@/lib/i18n/rules";
import { participants } from "@/lib/participants/queries";
import { displayPhone } from "@/lib/phone/phone";
import { holdsSeat } from "@/lib/registrations/rules";
import { GivePlaceForm } from "./forms";

type Props = {
  params: Promise<{ course: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The participants of a trainer's own workshop: who has a place or waits, and how to reach them. */
export default async function Participants({ params, searchParams }: Props) {
  const { course: key } = await params;
  const cx = await requireContext(
    "participants.read",
    `/desk/courses/${encodeURIComponent(key)}/participants`,
  );
  const course = courseOfDesk(cx, Number(key));
  if (!course) notFound();
  const found = participants(
    cx,
    granted(() => gate.workshop(cx, "participants.read", course.id)),
  );
  const { takenBack, placed, expected, after } = await searchParams;
  const page = pageAfter(found.people, (p) => p.id, after);
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("participants");
  const outcome = await getTranslations("outcome");
  const base = `/desk/courses/${course.id}/participants`;
  const open = allows(course.state, "decide");
  const seated = found.people.filter((p) => holdsSeat(p.state)).length;
  const gone = found.left.find((p) => String(p.id) === takenBack);
  const back = found.people.find((p) => String(p.id) === placed && holdsSeat(p.state));
  return (
    <div className="grid gap-4 max-w-3xl">
      <h1 className="text-lg">{t("title")}</h1>
      {gone && open ? (
        <div className="rounded-card bg-ok-tint text-ok p-3 flex flex-wrap gap-3 items-center justify-between">
          <p role="status">{t("takenBack", { name: isolate(gone.name, locale) })}</p>
          <GivePlaceForm className="grid gap-1">
            <Hidden name="courseId" value={course.id} />
            <Hidden name="registrationId" value={gone.id} />
            <Submit tone="quiet" busy={t("saving")}>
              {t("undo")}
            </Submit>
          </GivePlaceForm>
        </div>
      ) : null}
      {back ? (
        <div role="status" className="rounded-card bg-ok-tint text-ok p-3">
          <p>{t("placed", { name: isolate(back.name, locale) })}</p>
          {expected === String(course.capacity) ? (
            <p>{outcome("expectedRaised", { count: course.capacity })}</p>
          ) : null}
        </div>
      ) : null}
      {open ? null : <Notice>{t("over")}</Notice>}
      <div className="flex flex-wrap gap-3 items-center">
        {open ? (
          <Link href={`${base}/new`} prefetch={false} className="button-main">
            {t("register")}
          </Link>
        ) : null}
        <Link href={`/desk/courses/${course.id}/sheet`} prefetch={false} className="button">
          {t("sheet")}
        </Link>
      </div>
      {found.people.length === 0 ? (
        <Empty title={t("none")}>{open ? t("noneNext") : null}</Empty>
      ) : (
        <>
          <p className="font-semibold">
            {t("counts", {
              taken: seated,
              capacity: course.capacity,
              waiting: found.people.length - seated,
            })}
          </p>
          <ul id="participants">
            {page.rows.map((p) => (
              <li
                key={p.id}
                className="grid gap-x-4 gap-y-2 py-3 border-t border-line sm:grid-cols-[1fr_auto] sm:items-start"
              >
                <div className="min-w-0">
                  <Link
                    href={`${base}/${p.id}`}
                    prefetch={false}
                    className="inline-block min-h-7 font-semibold"
                  >
                    <PersonName name={p.name} latinName={p.latinName} />
                  </Link>
                  <p className="quiet">
                    <bdi dir="ltr" className="font-mono">
                      {course.id}-{p.number}
                    </bdi>
                    {p.organisation ? (
                      <>
                        {" · "}
                        <Written>{p.organisation}</Written>
                      </>
                    ) : null}
                  </p>
                  {p.needs ? (
                    <p className="text-sm">
                      {t("needs")} <Written className="whitespace-pre-line">{p.needs}</Written>
                    </p>
                  ) : null}
                  {holdsSeat(p.state) && p.state === "accepted" ? null : (
                    <p>
                      <RegistrationBadge state={p.state} />
                      {p.waitingNumber === null ? null : (
                        <span className="quiet"> {t("waitingNumber", { number: p.waitingNumber })}</span>
                      )}
                    </p>
                  )}
                </div>
                {p.phone ? (
                  <p className="flex gap-2">
                    <a href={`tel:${p.phone}`} className="button grow">
                      <Phone size={18} />
                      <span className="sr-only">{t("call", { name: p.name })} </span>
                      <bdi dir="ltr" className="whitespace-nowrap">
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
                      <span className="sr-only">{t("whatsapp", { name: p.name })}</span>
                    </a>
                  </p>
                ) : (
                  <p className="quiet">{t("noPhone")}</p>
                )}
              </li>
            ))}
          </ul>
          {page.next === null ? null : <NextPage href={`${base}?after=${page.next}`} />}
        </>
      )}
      {found.left.length > 0 ? (
        <details className="card">
          <summary className="font-semibold min-h-11 content-center">
            {t("left", { count: found.left.length })}
          </summary>
          <ul className="grid gap-3 mt-3">
            {found.left.map((p) => (
              <li key={p.id} className="flex flex-wrap gap-3 items-center justify-between">
                <Link href={`${base}/${p.id}`} prefetch={false}>
                  <PersonName name={p.name} latinName={p.latinName} />
                </Link>
                {open ? (
                  <GivePlaceForm className="grid gap-1">
                    <Hidden name="courseId" value={course.id} />
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
      ) : null}
    </div>
  );
}
