import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { granted, requireContext } from "@/app/_server/context";
import { courseOfDesk } from "@/app/_server/course";
import { Empty } from "@/app/_ui/Empty";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { Tick } from "@/app/_ui/form/ticks";
import { PersonName } from "@/app/_ui/PersonName";
import { ReadyText, WaysToReach } from "@/app/_ui/ToTell";
import { Written } from "@/app/_ui/Written";
import * as gate from "@/lib/access/gate";
import { moment } from "@/lib/i18n/format";
import { isolate, type Locale } from "@/lib/i18n/rules";
import { courseNotices } from "@/lib/messages/queries";
import { NobodyTicked, TickAll, ToldForm, UntoldForm } from "./forms";

/** Whom a coordinator is to tell, because no mail reaches them: the text in the person's language, and ways to send it. */
export default async function Tell({ params }: { params: Promise<{ course: string }> }) {
  const { course: key } = await params;
  const cx = await requireContext("registrations.decide", `/desk/courses/${encodeURIComponent(key)}/tell`);
  const course = courseOfDesk(cx, Number(key));
  const found =
    course &&
    courseNotices(
      cx,
      granted(() => gate.course(cx, "registrations.decide", course.id)),
    );
  if (!course || !found) notFound();
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("tell");
  const registrations = `/desk/courses/${course.id}/registrations`;
  const when = (at: number) => isolate(moment(at, course.zone, locale), locale);
  return (
    <div className="grid gap-6">
      <div className="grid gap-2">
        <h1 className="text-lg">{t("title")}</h1>
        <p>{t("lead")}</p>
      </div>
      {found.toTell.length === 0 ? (
        <Empty title={t("none")}>{t("noneNext")}</Empty>
      ) : (
        <ToldForm className="grid gap-4" label={t("title")}>
          <Hidden name="courseId" value={course.id} />
          <div className="card flex flex-wrap gap-3 items-center justify-between">
            <p role="status" className="font-semibold">
              {t("people", { count: found.people })}
            </p>
            <TickAll label={t("tickAll")} values={found.toTell.map((notice) => String(notice.id))} />
            <div className="grid gap-1">
              <Submit busy={t("saving")}>{t("toldTicked")}</Submit>
              <NobodyTicked />
            </div>
          </div>
          {found.more ? (
            <p className="quiet">{t("more", { shown: found.toTell.length, count: found.messages })}</p>
          ) : null}
          <table className="rows">
            <thead>
              <tr>
                <th>{t("tick")}</th>
                <th>{t("person")}</th>
                <th>{t("what")}</th>
                <th>{t("reach")}</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {found.toTell.map((notice) => (
                <tr key={notice.id}>
                  <td>
                    <label className="inline-flex items-center gap-2 min-h-11 md:min-h-8 min-w-11">
                      <Tick value={String(notice.id)} className="size-5 accent-accent" />
                      <span className="sr-only">
                        {t("tickPerson", { name: isolate(notice.name, locale) })}
                      </span>
                    </label>
                  </td>
                  <td>
                    <div>
                      {notice.registrationId === null ? (
                        <Link href={`/desk/people/${notice.personId}`} prefetch={false}>
                          <PersonName name={notice.name} latinName={notice.latinName} />
                        </Link>
                      ) : (
                        <>
                          <Link href={`${registrations}/${notice.registrationId}`} prefetch={false}>
                            <PersonName name={notice.name} latinName={notice.latinName} />
                          </Link>
                          <span className="quiet block">
                            {t("number")}{" "}
                            <bdi dir="ltr" className="font-mono">
                              {notice.values.number}
                            </bdi>
                          </span>
                        </>
                      )}
                    </div>
                  </td>
                  <td>
                    <div>
                      <span className="font-semibold">{t(`message.${notice.message}`)}</span>
                      <span className="quiet block">{t("since", { at: when(notice.at) })}</span>
                      <ReadyText notice={notice} />
                    </div>
                  </td>
                  <td>
                    <WaysToReach notice={notice} />
                  </td>
                  <td className="whitespace-nowrap">
                    <Submit tone="quiet" busy={t("saving")} name="only" value={String(notice.id)}>
                      {t("told")}
                      <span className="sr-only">
                        {" "}
                        <Written>{notice.name}</Written>
                      </span>
                    </Submit>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ToldForm>
      )}
      {found.told.length > 0 ? (
        <details className="card">
          <summary className="font-semibold min-h-11 content-center">
            {t("already", { count: found.told.length })}
          </summary>
          <ul className="grid gap-3 mt-3">
            {found.told.map((notice) => (
              <li key={notice.id} className="flex flex-wrap gap-3 items-center justify-between">
                <span>
                  <Written className="font-semibold">{notice.name}</Written> ·{" "}
                  {t(`message.${notice.message}`)}
                  <span className="quiet block">
                    {notice.toldBy
                      ? t("toldAt", { at: when(notice.toldAt), by: isolate(notice.toldBy, locale) })
                      : t("toldAtAlone", { at: when(notice.toldAt) })}
                  </span>
                </span>
                <UntoldForm className="grid gap-1">
                  <Hidden name="courseId" value={course.id} />
                  <Hidden name="only" value={notice.id} />
                  <Submit tone="quiet" busy={t("saving")}>
                    {t("undo")}
                    <span className="sr-only">
                      {" "}
                      <Written>{notice.name}</Written>
                    </span>
                  </Submit>
                </UntoldForm>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}
