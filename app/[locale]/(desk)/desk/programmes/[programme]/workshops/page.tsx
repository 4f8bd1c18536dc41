import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { asking, keyIn, oneOf, type SearchParams } from "@/app/_server/asked";
import { granted, requireContext } from "@/app/_server/context";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { Empty } from "@/app/_ui/kit/Empty";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { Toast } from "@/app/_ui/kit/Toast";
import { ToolMark } from "@/app/_ui/kit/ToolMark";
import { PersonName } from "@/app/_ui/PersonName";
import { Say } from "@/app/_ui/Say";
import { TitleAndPlace } from "@/app/_ui/TitleAndPlace";
import * as gate from "@/lib/access/gate";
import { fullDay, hours } from "@/lib/i18n/format";
import { dotBetween, isolate, nameFor, shownIn } from "@/lib/i18n/rules";
import { programmeCalled } from "@/lib/programmes/rules";
import { workshopsToConfirm } from "@/lib/stages/queries/confirming";
import { ConfirmForm } from "./form";

type Props = { params: Promise<{ programme: string }>; searchParams: SearchParams };

const asked = asking({ done: oneOf(["confirmed"]) });

export const generateMetadata = async () => ({ title: (await getTranslations("confirming"))("title") });

/** Workshops of people on the way that a coordinator of the programme confirms, so that they count. */
export default async function ToConfirm({ params, searchParams }: Props) {
  const { programme: key } = await params;
  const path = `/desk/programmes/${encodeURIComponent(key)}/workshops`;
  const cx = await requireContext("stage.enter", path);
  const programme = granted(() => gate.programme(cx, "stage.enter", keyIn(key)), path);
  const page = workshopsToConfirm(cx, programme);
  const { done } = await asked(searchParams);
  const locale = await getLocale();
  const t = await getTranslations("confirming");
  const roles = await getTranslations("trainerRole");
  const decide = await getTranslations("decide");
  return (
    <div className="grid gap-4 max-w-2xl">
      <PageHead
        title={t("title")}
        under={
          <Link href={`/desk/programmes/${programme.id}`}>
            <Say text={programmeCalled(programme.title)} />
          </Link>
        }
      />
      <p>{t(page.asked ? "lead" : "notAsked")}</p>
      {page.workshops.length > 0 ? <p className="quiet">{t("notHeld")}</p> : null}
      {page.asked && page.workshops.length === 0 ? <Empty title={t("none")}>{t("noneNext")}</Empty> : null}
      <ul className="grid gap-3">
        {page.workshops.map((one) => (
          <li key={`${one.courseId} ${one.person.id} ${one.toolId}`} className="card grid gap-2">
            <h2 className="text-base">
              <Link href={`/desk/courses/${one.courseId}`} prefetch={false}>
                <TitleAndPlace title={one.title} place={one.place} />
              </Link>
            </h2>
            <p>
              <PersonName {...one.person} inLine dot />
              {roles(one.role)}
              {dotBetween}
              {fullDay(one.day, locale)}
            </p>
            <p>
              <ToolMark tool={one.tool} />
            </p>
            <p>
              <Link
                href={`/desk/courses/${one.courseId}/roll`}
                prefetch={false}
                className="inline-flex items-center min-h-11"
              >
                {t("present", { present: one.present, registered: one.registered })}
              </Link>
              {one.minutes > 0 ? `${dotBetween}${hours(one.minutes, locale)}` : null}
              {one.afterwards ? `${dotBetween}${t("afterwards")}` : null}
            </p>
            {one.twice ? <p className="text-attention">{decide("twice")}</p> : null}
            <ConfirmForm
              label={t("confirmOf", {
                name: isolate(nameFor(one.person, locale), locale),
                course: isolate(shownIn(one.title, locale), locale),
              })}
            >
              <Hidden name="personId" value={one.person.id} />
              <Hidden name="toolId" value={one.toolId} />
              <Hidden name="programmeId" value={one.programmeId} />
              <Hidden name="courseId" value={one.courseId} />
              <div>
                <Submit busy={t("saving")}>{t("confirm")}</Submit>
              </div>
            </ConfirmForm>
          </li>
        ))}
      </ul>
      {done ? <Toast of={`${done} ${cx.now}`}>{t("confirmed")}</Toast> : null}
    </div>
  );
}
