import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { asking, key, keyIn, oneOf, type SearchParams } from "@/app/_server/asked";
import { granted, requireContext } from "@/app/_server/context";
import { courseOfDesk } from "@/app/_server/course";
import { BesidePanel } from "@/app/_ui/kit/BesidePanel";
import { Empty } from "@/app/_ui/kit/Empty";
import { ViewTabs } from "@/app/_ui/kit/ViewTabs";
import { courseWords } from "@/app/_words/ofWorkshop";
import * as gate from "@/lib/access/gate";
import { type Completion, certificateDrafts, completionOf } from "@/lib/certificates/queries";
import { hasEnded } from "@/lib/courses/rules/ended";
import { clock } from "@/lib/time/clock";
import { dayAt } from "@/lib/time/zone";
import { RolesAfter } from "../_overview/RolesAfter";
import { Batch } from "./Batch";
import { ChosenCertificate } from "./Chosen";
import { Done, dids } from "./Done";
import { EarlierNames } from "./EarlierNames";
import { Issued, standingIn } from "./Issued";
import { NamesToMend } from "./NamesToMend";
import { NotYet } from "./NotYet";
import { namesakesIn } from "./People";
import { Prepared } from "./Prepared";
import { Ready } from "./Ready";
import { Reasons } from "./Reasons";
import { Revoked, revokedIn } from "./Revoked";
import { Standing } from "./Standing";
import { ToDecide } from "./ToDecide";
import { CertificatesToRead } from "./ToRead";

/** Lists of the page that can stand alone; the first four have a tab. */
const views = [
  "ready",
  "notYet",
  "issued",
  "revoked",
  "prepared",
  "notToHandOut",
  "ruleLost",
  "hoursDiffer",
  "names",
  "earlierNames",
] as const;
type View = (typeof views)[number];
const asked = asking({
  view: oneOf(views),
  after: key,
  sheet: key,
  certificate: key,
  did: oneOf(dids),
});

export const generateMetadata = async () => ({
  title: (await getTranslations("workspace"))("tab.certificates"),
});

/** Who is ready, who is not and why, what was issued, revoked or replaced; beside it the sheets to issue in one step. */
export default async function Certificates({
  params,
  searchParams,
}: {
  params: Promise<{ course: string }>;
  searchParams: SearchParams;
}) {
  const { course: courseKey } = await params;
  const base = `/desk/courses/${encodeURIComponent(courseKey)}/certificates`;
  const cx = await requireContext("certificates.read", base);
  const course = courseOfDesk(cx, keyIn(courseKey));
  if (!course) notFound();
  const mine = granted(() => gate.course(cx, "certificates.read", course.id));
  const completion = completionOf(cx, mine);
  const t = await courseWords("certificates", course);
  const decides = gate.mayIn(cx, "registrations.read", mine);
  const today = dayAt(clock(), course.zone);
  if (gate.sharedBy(cx, mine).length > 0 && !decides)
    return completion.known.length === 0 ? (
      <Empty title={t("nobody")} />
    ) : (
      <CertificatesToRead course={course} completion={completion} today={today} />
    );
  if (completion.known.length === 0)
    return (
      <Empty title={t("nobody")}>
        <Link
          href={`/desk/courses/${course.id}/${decides ? "registrations" : "participants"}`}
          prefetch={false}
        >
          {t(decides ? "nobodyNext" : "nobodyRegister")}
        </Link>
      </Empty>
    );
  const { view, after, sheet, certificate, did } = await asked(searchParams);
  const of = {
    course,
    completion,
    namesakes: namesakesIn(completion),
    shown: { view, after, certificate },
    today,
    zone: course.zone,
  };
  const chosen = completion.known
    .flatMap((person) => person.certificates.map((one) => ({ person, certificate: one })))
    .find((one) => one.certificate.id === certificate);
  const panel = chosen ? (
    <ChosenCertificate key={chosen.certificate.id} {...of} {...chosen} base={base} />
  ) : null;
  const here = (id: View) => view === null || view === id;
  const head = (
    <>
      <Views over={hasEnded(course)} completion={completion} view={view} base={base} />
      <Standing course={course} completion={completion} today={today} />
      <RolesAfter cx={cx} course={course} />
      {chosen ? <Done did={did} completion={completion} {...chosen} /> : null}
    </>
  );
  const lists = (
    <div key="lists" className="certificates-lists">
      {panel ? head : null}
      {view === null || view === "ruleLost" || view === "hoursDiffer" ? <ToDecide {...of} /> : null}
      {view === null || view === "earlierNames" ? <EarlierNames {...of} /> : null}
      {here("ready") ? <Ready {...of} /> : null}
      {view === null || view === "prepared" || view === "notToHandOut" ? <Prepared {...of} /> : null}
      {here("notYet") ? <NotYet {...of} /> : null}
      {here("issued") ? <Issued {...of} /> : null}
      {here("revoked") ? <Revoked {...of} /> : null}
      {here("names") ? <NamesToMend {...of} /> : null}
      {view === null ? <Reasons completion={completion} zone={course.zone} /> : null}
    </div>
  );
  if (panel) return <BesidePanel panel={panel}>{lists}</BesidePanel>;
  const drafts = certificateDrafts(cx, gate.courseFor(cx, "certificates.sheets.read", mine), completion);
  const batch = (
    <Batch
      key="batch"
      course={course}
      completion={completion}
      drafts={drafts}
      sheet={sheet ?? 1}
      today={today}
      mayEditCourse={gate.mayIn(cx, "course.edit", mine)}
    />
  );
  // Whoever has certificates to issue does that first, on a phone too.
  return (
    <div className="grid gap-6">
      {head}
      <div className="certificates">{drafts.length > 0 ? [batch, lists] : [lists, batch]}</div>
    </div>
  );
}

/** The lists of the page as tabs, with how many are in each. */
async function Views({
  over,
  completion,
  view,
  base,
}: {
  /** True once nothing is to come any more. */
  over: boolean;
  completion: Completion;
  view: View | null;
  base: string;
}) {
  const p = await getTranslations("certificatePage.view");
  const counts = {
    ready: completion.ready.length,
    notYet: completion.notYet.length,
    issued: standingIn(completion).length,
    revoked: revokedIn(completion).length,
  };
  return (
    <ViewTabs
      views={[
        { key: "all", href: base, label: p("all"), here: view === null },
        ...(Object.keys(counts) as (keyof typeof counts)[]).map((id) => ({
          key: id,
          href: `${base}?view=${id}`,
          label: p(over && id === "notYet" ? "notMet" : id),
          count: counts[id],
          here: view === id,
        })),
      ]}
    />
  );
}
