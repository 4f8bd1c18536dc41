import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { asking, asSaid, keys, oneOf, query, type SearchParams, text } from "@/app/_server/asked";
import { granted, requireContext } from "@/app/_server/context";
import { courseOfDesk } from "@/app/_server/course";
import { Hidden } from "@/app/_ui/form/fields";
import { Empty } from "@/app/_ui/kit/Empty";
import { NextPage } from "@/app/_ui/kit/NextPage";
import { Notice } from "@/app/_ui/kit/Notice";
import { OnPaper } from "@/app/_ui/OnPaper";
import * as gate from "@/lib/access/gate";
import { allows } from "@/lib/courses/rules";
import { peopleToTell } from "@/lib/messages/queries";
import { courseRegistrations, mayUndoWithdrawals } from "@/lib/registrations/queries";
import { countedByPlace, decisions, registrationStates } from "@/lib/registrations/rules";
import { DecisionFields } from "./DecisionFields";
import { BulkBar, TickedForm } from "./forms";
import { RegisterPerson } from "./RegisterPerson";
import { RegistrationRows } from "./RegistrationRows";
import { RegistrationSearch } from "./RegistrationSearch";
import { ToConfirm } from "./ToConfirm";
import { UndoWithdrawal } from "./UndoWithdrawal";

type Props = { params: Promise<{ course: string }>; searchParams: SearchParams };

const asked = asking({
  state: oneOf(registrationStates),
  q: query,
  after: text,
  find: asSaid,
  withdrawn: keys,
});

export const generateMetadata = async () => ({ title: (await getTranslations("registrations"))("title") });

/** Who registered, with the count against capacity; what is ticked is decided together. */
export default async function Registrations({ params, searchParams }: Props) {
  const { course: key } = await params;
  const cx = await requireContext(
    "registrations.read",
    `/desk/courses/${encodeURIComponent(key)}/registrations`,
  );
  const course = courseOfDesk(cx, Number(key));
  if (!course) notFound();
  const { state, q, after, find, withdrawn } = await asked(searchParams);
  const mine = granted(() => gate.course(cx, "registrations.read", course.id));
  const found = courseRegistrations(cx, mine, { state, q: q.q, after });
  const rows = q.fault ? [] : found.rows;
  const t = await getTranslations("registrations");
  const base = `/desk/courses/${course.id}/registrations`;
  const open = allows(course.state, "decide");
  const filtered = q.typed || q.fault || state;
  const further = new URLSearchParams({
    ...(state ? { state } : {}),
    ...(q.q ? { q: q.q } : {}),
    after: found.next ?? "",
  });
  const toTell = peopleToTell(cx, mine);
  const toConfirm = found.counts.to_confirm;
  return (
    <div className="grid gap-6">
      <p
        role="status"
        className="sticky top-0 z-5 bg-paper py-2 font-semibold border-b border-line max-w-none"
      >
        {t("counts", { ...countedByPlace(found.counts), capacity: course.capacity })}
      </p>
      {mayUndoWithdrawals(cx, mine, withdrawn) ? (
        <UndoWithdrawal courseId={course.id} withdrawn={withdrawn} />
      ) : null}
      {toTell > 0 ? (
        <p>
          <Link href={`/desk/courses/${course.id}/tell`} prefetch={false}>
            {t("toTell", { count: toTell })}
          </Link>
        </p>
      ) : null}
      <RegistrationSearch query={q} state={state} counts={found.counts} />
      {open ? null : <Notice>{t("closed")}</Notice>}
      {open && toConfirm > 0 ? (
        <ToConfirm
          courseId={course.id}
          count={toConfirm}
          href={state === "to_confirm" ? null : `${base}?state=to_confirm`}
        />
      ) : null}
      {/* Also where nobody is left in the list: it says what the last decision did. */}
      <TickedForm className="grid gap-4" label={t("title")}>
        <Hidden name="courseId" value={course.id} />
        {rows.length === 0 ? (
          <Empty title={filtered ? t("noneFits") : t("none")}>
            {filtered ? <Link href={base}>{t("showAll")}</Link> : t("noneNext")}
          </Empty>
        ) : (
          <RegistrationRows course={course} rows={rows} open={open} base={base} />
        )}
        {found.next ? <NextPage href={`${base}?${further}`} /> : null}
        {open && found.rows.length > 0 ? (
          <BulkBar>
            <DecisionFields decisions={decisions} />
          </BulkBar>
        ) : null}
      </TickedForm>
      <OnPaper courseId={course.id} of={["participants", "sheet"]} />
      {open ? <RegisterPerson cx={cx} course={course} find={find} base={base} /> : null}
    </div>
  );
}
