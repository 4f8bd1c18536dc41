import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { asking, key, type SearchParams } from "@/app/_server/asked";
import { granted, requireContext } from "@/app/_server/context";
import { courseOfDesk } from "@/app/_server/course";
import { Empty } from "@/app/_ui/kit/Empty";
import * as gate from "@/lib/access/gate";
import { completionOf } from "@/lib/certificates/queries";
import { clock } from "@/lib/time/clock";
import { dayAt } from "@/lib/time/zone";
import { Issued } from "./Issued";
import { NamesToMend } from "./NamesToMend";
import { NotYet } from "./NotYet";
import { Prepared } from "./Prepared";
import { Ready } from "./Ready";
import { Reasons } from "./Reasons";
import { ToDecide } from "./ToDecide";

const asked = asking({ prepared: key, notYet: key, issued: key });

export const generateMetadata = async () => ({
  title: (await getTranslations("workspace"))("tab.certificates"),
});

/** What is to be decided, who is ready, what is prepared, who is not ready and why, what was issued, names to correct. */
export default async function Certificates({
  params,
  searchParams,
}: {
  params: Promise<{ course: string }>;
  searchParams: SearchParams;
}) {
  const { course: courseKey } = await params;
  const cx = await requireContext(
    "certificates.read",
    `/desk/courses/${encodeURIComponent(courseKey)}/certificates`,
  );
  const course = courseOfDesk(cx, Number(courseKey));
  if (!course) notFound();
  const completion = completionOf(
    cx,
    granted(() => gate.course(cx, "certificates.read", course.id)),
  );
  const t = await getTranslations("certificates");
  if (completion.known.length === 0) return <Empty title={t("nobody")}>{t("nobodyNext")}</Empty>;
  const { prepared, notYet, issued } = await asked(searchParams);
  const section = { course, completion, today: dayAt(clock(), course.zone) };
  return (
    <div className="grid gap-8">
      <ToDecide {...section} />
      <Ready {...section} />
      <Prepared {...section} after={prepared} />
      <NotYet {...section} after={notYet} />
      <Issued {...section} after={issued} />
      <NamesToMend completion={completion} />
      <Reasons completion={completion} zone={course.zone} />
    </div>
  );
}
