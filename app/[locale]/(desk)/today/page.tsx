import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { asking, key, type SearchParams, text } from "@/app/_server/asked";
import { requireContext } from "@/app/_server/context";
import { Empty } from "@/app/_ui/kit/Empty";
import { PageHead } from "@/app/_ui/kit/PageHead";
import * as gate from "@/lib/access/gate";
import { mayAnywhere } from "@/lib/access/table";
import { ownRegistrations } from "@/lib/registrations/queries";
import { dayAt } from "@/lib/time/zone";
import { firstSteps, todayFor } from "@/lib/today/queries";
import { Approval } from "./Approval";
import { Awaits } from "./Awaits";
import { ComingCourses } from "./ComingCourses";
import { Decided } from "./Decided";
import { FirstSteps } from "./FirstSteps";
import { OwnNotices } from "./OwnNotices";
import { OwnWorkshops } from "./OwnWorkshops";
import { Week } from "./Week";

export const generateMetadata = async () => ({ title: (await getTranslations("today"))("title") });

const asked = asking({ decided: key, approved: key, turnedDown: key, reason: text });

/** The first page of everybody signed in: what awaits a decision, then the coming week. */
export default async function Today({ searchParams }: { searchParams: SearchParams }) {
  const cx = await requireContext("today.read", "/today");
  const t = await getTranslations("today");
  const w = await getTranslations("workshop");
  const { now } = cx;
  const reach = gate.reach(cx, "today.read");
  const today = todayFor(cx, reach, dayAt(now, "UTC"));
  const steps = firstSteps(cx, reach);
  const own = cx.viewer.personId === null ? [] : ownRegistrations(cx, gate.self(cx));
  const coming = own.filter((r) => r.courseState === "open" || r.courseState === "running");
  const works = mayAnywhere(cx.viewer, "course.read");
  return (
    <div className="grid gap-8 max-w-4xl">
      <PageHead
        title={t("hello", { name: cx.viewer.name ?? "" })}
        action={
          mayAnywhere(cx.viewer, "workshop.schedule") ? (
            <a href="/desk/workshops/new" className="button-main">
              {w("title")}
            </a>
          ) : null
        }
      />
      <Decided cx={cx} asked={await asked(searchParams)} />
      <OwnNotices cx={cx} />
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
          <Week sessions={today.week} more={today.weekMore} now={now} />
        </Section>
      ) : null}
      {!works || coming.length > 0 ? (
        <Section title={t("myCourses")}>
          <ComingCourses registrations={coming} past={own.length - coming.length} />
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

/** Workshops to approve, then everything else that awaits the cx.viewer. */
function Awaiting({
  approvals,
  awaits,
  inAll,
  people,
}: Pick<ReturnType<typeof todayFor>, "approvals" | "awaits" | "inAll" | "people">) {
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
      {more ? <Awaits items={awaits} inAll={inAll} people={people} /> : null}
    </>
  );
}
