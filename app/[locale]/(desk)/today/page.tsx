import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { requireViewer } from "@/app/_server/viewer";
import { Empty } from "@/app/_ui/Empty";
import { PageHead } from "@/app/_ui/PageHead";
import { mayAnywhere } from "@/lib/access/rules";
import { registrationsOf } from "@/lib/registrations/queries";
import { clock } from "@/lib/time/clock";
import { dayAt } from "@/lib/time/zone";
import { firstSteps, todayFor } from "@/lib/today/queries";
import { Approval } from "./Approval";
import { Awaits } from "./Awaits";
import { ComingCourses } from "./ComingCourses";
import { type Asked, Decided } from "./Decided";
import { FirstSteps } from "./FirstSteps";
import { OwnNotices } from "./OwnNotices";
import { OwnWorkshops } from "./OwnWorkshops";
import { Week } from "./Week";

export const generateMetadata = async () => ({ title: (await getTranslations("today"))("title") });

/** The first page of everybody signed in: what awaits a decision, then the coming week. */
export default async function Today({ searchParams }: { searchParams: Promise<Asked> }) {
  const viewer = await requireViewer("today.read", "/today");
  const t = await getTranslations("today");
  const w = await getTranslations("workshop");
  const now = clock();
  const today = todayFor(viewer, now, dayAt(now, "UTC"));
  const steps = firstSteps(viewer);
  const own = viewer.personId === null ? [] : registrationsOf(viewer, viewer.personId);
  const coming = own.filter((r) => r.courseState === "open" || r.courseState === "running");
  const works = viewer.administrator || viewer.coordinates.length > 0 || viewer.trains.length > 0;
  return (
    <div className="grid gap-8 max-w-4xl">
      <PageHead
        title={t("hello", { name: viewer.name ?? "" })}
        action={
          mayAnywhere(viewer, "workshop.schedule") ? (
            <a href="/desk/workshops/new" className="button-main">
              {w("title")}
            </a>
          ) : null
        }
      />
      <Decided viewer={viewer} asked={await searchParams} />
      <OwnNotices viewer={viewer} />
      {steps.length > 0 ? <FirstSteps steps={steps} /> : null}
      {works && (steps.length === 0 || today.awaits.length > 0 || today.approvals.length > 0) ? (
        <Section title={t("awaits")}>
          <Awaiting {...today} />
        </Section>
      ) : null}
      {today.workshops.length > 0 ? (
        <Section title={w("mine")}>
          <OwnWorkshops workshops={today.workshops} />
        </Section>
      ) : null}
      {works && today.week.length > 0 ? (
        <Section title={t("week")}>
          <Week sessions={today.week} now={now} />
        </Section>
      ) : null}
      {!works || coming.length > 0 ? (
        <Section title={t("myCourses")}>
          <ComingCourses registrations={coming} />
        </Section>
      ) : null}
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-3">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Workshops to approve, then everything else that awaits the viewer. */
function Awaiting({
  approvals,
  awaits,
  people,
}: Pick<ReturnType<typeof todayFor>, "approvals" | "awaits" | "people">) {
  const t = useTranslations("today");
  const w = useTranslations("workshop");
  const more = awaits.length > 0 || people.length > 0;
  if (!more && approvals.length === 0) return <Empty title={t("nothing")}>{t("nothingNext")}</Empty>;
  return (
    <>
      {approvals.length > 0 ? (
        <ul className="grid gap-3" aria-label={w("approvals")}>
          {approvals.map((workshop) => (
            <Approval key={workshop.id} workshop={workshop} />
          ))}
        </ul>
      ) : null}
      {more ? <Awaits items={awaits} people={people} /> : null}
    </>
  );
}
