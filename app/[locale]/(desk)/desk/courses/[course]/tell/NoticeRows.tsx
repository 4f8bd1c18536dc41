import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Submit } from "@/app/_ui/form/fields";
import { Tick } from "@/app/_ui/form/ticks";
import { FirstName, PersonName } from "@/app/_ui/PersonName";
import { ReadyText, WaysToReach } from "@/app/_ui/ToTell";
import { sessionKinds } from "@/lib/courses/rules";
import { fullDay, moment, timeRange } from "@/lib/i18n/format";
import { dotBetween, isolate, type Locale, nameFor } from "@/lib/i18n/rules";
import type { CourseNotices } from "@/lib/messages/queries";

/** Which session or group a message to a trainer is about, where it is not all of the course. */
function About({ notice: { values, language } }: { notice: CourseNotices["toTell"][number] }) {
  const locale = useLocale() as Locale;
  const asks = useTranslations("asks");
  const kinds = useTranslations("sessionKind");
  const { sessionName, sessionKind, sessionDay, sessionFrom, sessionTo, sessionGroup } = values;
  const kind = sessionKinds.find((one) => one === sessionKind);
  const about = [
    sessionName ? isolate(sessionName, language) : sessionDay && kind ? kinds(kind) : "",
    sessionDay ? fullDay(sessionDay, locale) : "",
    sessionFrom && sessionTo ? isolate(timeRange(sessionFrom, sessionTo, locale), locale) : "",
    sessionGroup ? asks("ofGroup", { group: isolate(sessionGroup, locale) }) : "",
  ].filter(Boolean);
  return about.length > 0 ? <span className="block">{about.join(dotBetween)}</span> : null;
}

/** Each person to tell: the text in their language, and ways to send it. */
export function NoticeRows({
  course,
  notices,
}: {
  course: { id: number; zone: string };
  notices: CourseNotices["toTell"];
}) {
  const locale = useLocale() as Locale;
  const t = useTranslations("tell");
  const when = (at: number) => isolate(moment(at, course.zone, locale), locale);
  return (
    <table className="rows rows-ticked">
      <caption className="sr-only">{t("title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("tick")}</th>
          <th scope="col">{t("person")}</th>
          <th scope="col">{t("what")}</th>
          <th scope="col">{t("reach")}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {notices.map((notice) => (
          <tr key={notice.id}>
            <td>
              <label className="inline-flex items-center gap-2 min-h-11 md:min-h-8 min-w-11">
                <Tick value={String(notice.id)} className="size-5 accent-accent" />
                <span className="sr-only">
                  {t("tickPerson", { name: isolate(nameFor(notice, locale), locale) })}
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
                    <Link
                      href={`/desk/courses/${course.id}/registrations/${notice.registrationId}`}
                      prefetch={false}
                    >
                      <PersonName name={notice.name} latinName={notice.latinName} />
                    </Link>
                    <span className="quiet block">
                      {t("number")}{" "}
                      <bdi dir="ltr" className="font-mono kept">
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
                <About notice={notice} />
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
                  <FirstName of={notice} />
                </span>
              </Submit>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
