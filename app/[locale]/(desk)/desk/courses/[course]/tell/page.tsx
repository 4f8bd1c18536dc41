import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { asking, key, keyIn, type SearchParams } from "@/app/_server/asked";
import { granted, requireContext } from "@/app/_server/context";
import { courseOfDesk } from "@/app/_server/course";
import { Empty } from "@/app/_ui/kit/Empty";
import * as gate from "@/lib/access/gate";
import { courseNotices } from "@/lib/messages/queries";
import { ClockOf } from "../../ClockOf";
import { AlreadyTold } from "./AlreadyTold";
import { ToldToast } from "./ToldToast";
import { ToTellForm } from "./ToTellForm";

const asked = asking({ told: key, untold: key });

export const generateMetadata = async () => ({ title: (await getTranslations("tell"))("title") });

/** Whom a coordinator is to tell, because no mail reaches them: the text in the person's language, and ways to send it. */
export default async function Tell({
  params,
  searchParams,
}: {
  params: Promise<{ course: string }>;
  searchParams: SearchParams;
}) {
  const { course: courseKey } = await params;
  const cx = await requireContext(
    "registrations.decide",
    `/desk/courses/${encodeURIComponent(courseKey)}/tell`,
  );
  const course = courseOfDesk(cx, keyIn(courseKey));
  if (!course) notFound();
  const found = courseNotices(
    cx,
    granted(() => gate.course(cx, "registrations.decide", course.id)),
  );
  const t = await getTranslations("tell");
  const { told, untold } = await asked(searchParams);
  return (
    <div className="grid gap-6">
      {found.toTell.length === 0 ? (
        <Empty title={t("none")}>{t("noneNext")}</Empty>
      ) : (
        <>
          <p>{t("lead")}</p>
          <ClockOf course={course} />
          <ToTellForm course={course} found={found} />
        </>
      )}
      <ToldToast courseId={course.id} told={found.told} at={told} untold={untold} />
      {found.told.length > 0 ? <AlreadyTold course={course} told={found.told} /> : null}
    </div>
  );
}
