import { UserPlus, Users } from "lucide-react";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { asking, asSaid, keyIn, passedOver, type SearchParams, saidOf, text } from "@/app/_server/asked";
import { granted, requireContext } from "@/app/_server/context";
import { courseOfDesk } from "@/app/_server/course";
import { readersDay } from "@/app/_server/zone";
import { BrowserMessages, deskMessages } from "@/app/_ui/BrowserMessages";
import { BesidePanel } from "@/app/_ui/kit/BesidePanel";
import { ListNotes } from "@/app/_ui/kit/ListNotes";
import { Notice } from "@/app/_ui/kit/Notice";
import { OnPaper } from "@/app/_ui/OnPaper";
import * as gate from "@/lib/access/gate";
import { allows } from "@/lib/courses/rules";
import { dotBetween } from "@/lib/i18n/rules";
import { toldByKind } from "@/lib/messages/queries";
import { happenedTo, isOvertaken, undoableDecision } from "@/lib/registrations/queries";
import { countedByPlace } from "@/lib/registrations/rules";
import { ifGranted } from "@/lib/result";
import { peopleElsewhere } from "@/lib/timetable/queries";
import { ClockOf } from "../../ClockOf";
import { filters, listed, others } from "./asked";
import { DecisionToast } from "./DecisionToast";
import { InTwoCourses } from "./InTwoCourses";
import { LeftAsTheyWere } from "./LeftAsTheyWere";
import { Narrowing } from "./Narrowing";
import { Panel } from "./Panel";
import { People } from "./People";
import { RegisterPerson } from "./RegisterPerson";
import { SameContactsNote } from "./SameContacts";
import { SharedPeople } from "./SharedPeople";
import { Sums } from "./Sums";
import { ToConfirm } from "./ToConfirm";

type Props = { params: Promise<{ course: string }>; searchParams: SearchParams };

const asked = asking({ ...filters, ...others, find: asSaid });

/** Where a page of names begins. */
const askedByName = asking({ after: text });

export const generateMetadata = async () => ({ title: (await getTranslations("registrations"))("title") });

/** Who registered, with what accepting those ticked would make of it; what is ticked is decided together. */
export default async function Registrations({ params, searchParams }: Props) {
  const { course: key } = await params;
  const cx = await requireContext(
    "registered.read",
    `/desk/courses/${encodeURIComponent(key)}/registrations`,
  );
  const course = courseOfDesk(cx, keyIn(key));
  if (!course) notFound();
  const said = await asked(searchParams);
  const named = granted(() => gate.course(cx, "registered.read", course.id));
  if (!gate.mayIn(cx, "registrations.read", named)) {
    const { after } = await askedByName(searchParams);
    return <SharedPeople cx={cx} course={named} after={after} />;
  }
  const mine = granted(() => gate.course(cx, "registrations.read", course.id));
  const list = listed(cx, mine, said);
  const { base, counts, open } = { ...list, open: allows(course.state, "decide") };
  const t = await getTranslations("registrations");
  const today = await readersDay(cx);
  const toTell = toldByKind(cx, mine);
  const sums = countedByPlace(counts);
  const shown =
    said.show === null ? null : ifGranted(() => gate.registration(cx, "registrations.read", said.show!));
  const chosen = shown?.courseId === course.id ? shown : null;
  return (
    <BrowserMessages of={[...deskMessages, "decisions", "list", "pictures", "registrationState"]}>
      <div className="grid gap-3 min-w-0">
        <p role="status" className="sr-only">
          {t("counts", { ...sums, capacity: course.capacity })}
        </p>
        <div className="panel-else" data-panel={chosen ? "" : undefined}>
          <Sums
            capacity={course.capacity}
            {...sums}
            toConfirm={counts.to_confirm}
            tickable={list.tickable}
            organisations={list.organisations.withPlace}
          />
        </div>
        <DecisionToast
          courseId={course.id}
          at={said.decided}
          decided={undoableDecision(cx, mine, said.decided)}
          undone={said.undone}
          overtaken={isOvertaken(cx, mine, said.decided)}
          back={list.here}
        />
        <LeftAsTheyWere of={happenedTo(cx, mine, said.left)} zone={course.zone} />
        {toTell.people + toTell.trainers > 0 ? (
          <p>
            <Link href={`/desk/courses/${course.id}/tell`} prefetch={false}>
              {[
                ...(toTell.people > 0 ? [t("toTell", { count: toTell.people })] : []),
                ...(toTell.trainers > 0 ? [t("toTellTrainers", { count: toTell.trainers })] : []),
              ].join(dotBetween)}
            </Link>
          </p>
        ) : null}
        <div className="min-w-0 under-sums">
          <div className="panel-else" data-panel={chosen ? "" : undefined}>
            <Narrowing
              cx={cx}
              said={said}
              list={list}
              query={await saidOf(searchParams, Object.keys(filters))}
            >
              {open && said.find === null ? (
                <span className="flex flex-wrap gap-2 print:hidden">
                  <Link href={`${base}?find=#register`} prefetch={false} className="button">
                    <UserPlus size={18} aria-hidden />
                    {t("registerPerson")}
                  </Link>
                  <Link href={`${base}/list`} prefetch={false} className="button">
                    <Users size={18} aria-hidden />
                    {t("registerSeveral")}
                  </Link>
                </span>
              ) : null}
            </Narrowing>
          </div>
          <ListNotes
            gone={
              await passedOver(
                searchParams,
                { ...said, organisation: list.narrowed.organisation, q: said.q.typed || null, page: "" },
                [...Object.keys(others), "find", "at"],
              )
            }
            otherPage={said.after.foreign}
          />
          {open ? null : <Notice>{t("closed")}</Notice>}
          {open && sums.toDecide > 0 ? (
            <SameContactsNote courseId={course.id} same={list.same} showing={list.showing} />
          ) : null}
          {open ? <InTwoCourses people={peopleElsewhere(cx, mine).people} today={today} /> : null}
          {open && counts.to_confirm > 0 ? (
            <ToConfirm
              courseId={course.id}
              count={counts.to_confirm}
              href={said.state === "to_confirm" ? null : `${base}?state=to_confirm`}
            />
          ) : null}
          <BesidePanel
            panel={
              chosen ? (
                <Panel cx={cx} course={course} registration={chosen} list={list} at={said.decided} />
              ) : null
            }
          >
            <People course={course} list={list} said={said} open={open} today={today} />
          </BesidePanel>
          <ClockOf course={course} />
        </div>
        {allows(course.state, "plan") ? (
          <p className="print:hidden">
            <Link
              href={`/desk/courses/${course.id}/groups`}
              prefetch={false}
              className="inline-flex items-center min-h-11"
            >
              {(await getTranslations("groups"))("ofCourse")}
            </Link>
          </p>
        ) : null}
        <OnPaper courseId={course.id} of={["participants", "sheet"]} />
        {open && said.find !== null ? <RegisterPerson cx={cx} course={course} find={said.find} /> : null}
      </div>
    </BrowserMessages>
  );
}
