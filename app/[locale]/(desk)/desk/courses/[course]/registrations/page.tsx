import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { granted, requireContext } from "@/app/_server/context";
import { courseOfDesk } from "@/app/_server/course";
import { Empty } from "@/app/_ui/Empty";
import { Hidden, HiddenList, Submit } from "@/app/_ui/form/fields";
import { Tick } from "@/app/_ui/form/ticks";
import { NextPage } from "@/app/_ui/NextPage";
import { Notice } from "@/app/_ui/Notice";
import { PersonName } from "@/app/_ui/PersonName";
import { SearchForm } from "@/app/_ui/SearchForm";
import { RegistrationBadge } from "@/app/_ui/StateBadges";
import { Written } from "@/app/_ui/Written";
import * as gate from "@/lib/access/gate";
import { allows } from "@/lib/courses/rules";
import { moment } from "@/lib/i18n/format";
import { peopleToTell } from "@/lib/messages/queries";
import { readQuery } from "@/lib/names/rules";
import { peopleList } from "@/lib/people/queries";
import { courseRegistrations, undoableWithdrawals } from "@/lib/registrations/queries";
import { decisions, placesIn, registrationStates } from "@/lib/registrations/rules";
import { DecisionFields } from "./DecisionFields";
import { BulkBar, ConfirmForm, TickedForm, UndoWithdrawalForm } from "./forms";
import { RegisterPerson } from "./RegisterPerson";

type Props = {
  params: Promise<{ course: string }>;
  searchParams: Promise<Record<string, string | undefined>>;
};

/** Keys in an address, as in 12,13. */
const idsIn = (text: unknown): number[] =>
  typeof text === "string" && /^[1-9]\d{0,8}(,[1-9]\d{0,8}){0,499}$/.test(text)
    ? text.split(",").map(Number)
    : [];

/** Who registered, with the count against capacity; what is ticked is decided together. */
export default async function Registrations({ params, searchParams }: Props) {
  const { course: key } = await params;
  const cx = await requireContext(
    "registrations.read",
    `/desk/courses/${encodeURIComponent(key)}/registrations`,
  );
  const course = courseOfDesk(cx, Number(key));
  const search = await searchParams;
  const state = registrationStates.find((s) => s === search.state) ?? null;
  const query = readQuery(search.q);
  if (!course) notFound();
  const mine = granted(() => gate.course(cx, "registrations.read", course.id));
  const found = courseRegistrations(cx, mine, { state, q: query.q, after: search.after ?? null });
  const rows = query.fault ? [] : found.rows;
  const find = typeof search.find === "string" ? readQuery(search.find) : null;
  const known = find?.q
    ? peopleList(cx, gate.reach(cx, "people.read"), { q: find.q, programme: null, after: null }).people.slice(
        0,
        20,
      )
    : [];
  const locale = await getLocale();
  const t = await getTranslations("registrations");
  const states = await getTranslations("registrationState");
  const frame = await getTranslations("frame");
  const base = `/desk/courses/${course.id}/registrations`;
  const { taken, waiting, undecided } = placesIn(found.counts);
  const open = allows(course.state, "decide");
  const further = new URLSearchParams({
    ...(state ? { state } : {}),
    ...(query.q ? { q: query.q } : {}),
    after: found.next ?? "",
  });
  const toTell = peopleToTell(
    cx,
    granted(() => gate.course(cx, "registrations.read", course.id)),
  );
  const withdrawn = idsIn(search.withdrawn);
  const undoable =
    open && withdrawn.length > 0 && gate.mayIn(cx, "registrations.decide", mine)
      ? undoableWithdrawals(cx, gate.courseFor(cx, "registrations.decide", mine), withdrawn)
      : 0;
  return (
    <div className="grid gap-6">
      <h1 className="text-lg">{t("title")}</h1>
      <p
        role="status"
        className="sticky top-0 z-5 bg-paper py-2 font-semibold border-b border-line max-w-none"
      >
        {t("counts", { taken, capacity: course.capacity, waiting, undecided })}
      </p>
      {undoable && undoable === withdrawn.length ? (
        <UndoWithdrawalForm className="rounded-card bg-ok-tint text-ok p-3 flex flex-wrap gap-3 items-center justify-between">
          <p role="status">{t("withdrawn", { count: undoable })}</p>
          <Hidden name="courseId" value={course.id} />
          <HiddenList name="registrationIds" values={withdrawn} />
          <Submit tone="quiet" busy={t("saving")}>
            {t("undo")}
          </Submit>
        </UndoWithdrawalForm>
      ) : null}
      {toTell > 0 ? (
        <p>
          <Link href={`/desk/courses/${course.id}/tell`} prefetch={false}>
            {t("toTell", { count: toTell })}
          </Link>
        </p>
      ) : null}
      <SearchForm
        label={t("search")}
        hint={frame("findsPeople")}
        query={query}
        state={{
          label: t("state"),
          chosen: state,
          options: registrationStates.map((s) => ({
            value: s,
            label: t("stateCount", { state: states(s), count: found.counts[s] }),
          })),
        }}
      />
      {open ? null : <Notice>{t("closed")}</Notice>}
      {open && found.counts.to_confirm > 0 ? (
        <ConfirmForm className="card grid gap-3">
          <h2 className="text-base">{t("confirmTitle", { count: found.counts.to_confirm })}</h2>
          <p className="quiet">{t("confirmHint")}</p>
          <Hidden name="courseId" value={course.id} />
          <div className="flex flex-wrap gap-2">
            <Submit busy={t("saving")}>{t("confirmAll", { count: found.counts.to_confirm })}</Submit>
            {state === "to_confirm" ? null : (
              <Link href={`${base}?state=to_confirm`} className="button">
                {t("confirmShow")}
              </Link>
            )}
          </div>
        </ConfirmForm>
      ) : null}
      {/* Also where nobody is left in the list: it says what the last decision did. */}
      <TickedForm className="grid gap-4" label={t("title")}>
        <Hidden name="courseId" value={course.id} />
        {rows.length === 0 ? (
          <Empty title={query.typed || query.fault || state ? t("noneFits") : t("none")}>
            {query.typed || query.fault || state ? <Link href={base}>{t("showAll")}</Link> : t("noneNext")}
          </Empty>
        ) : (
          <table className="rows">
            <thead>
              <tr>
                {open ? <th>{t("tick")}</th> : null}
                <th>{t("number")}</th>
                <th>{t("person")}</th>
                <th>{t("organisation")}</th>
                <th>{t("contact")}</th>
                <th>{t("registered")}</th>
                <th>{t("state")}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((r) => (
                <tr key={r.id}>
                  {open ? (
                    <td>
                      <label className="inline-flex items-center gap-2 min-h-11 md:min-h-8 min-w-11">
                        <Tick value={String(r.id)} className="size-5 accent-accent" />
                        <span className="sr-only">{t("tickPerson", { name: r.name })}</span>
                      </label>
                    </td>
                  ) : null}
                  <td data-label={t("number")}>
                    <bdi dir="ltr" className="font-mono whitespace-nowrap">
                      {course.id}-{r.number}
                    </bdi>
                  </td>
                  <td>
                    <Link href={`${base}/${r.id}`} prefetch={false}>
                      <PersonName name={r.name} latinName={r.latinName} />
                    </Link>
                  </td>
                  <td data-label={t("organisation")}>
                    {r.organisation ? <Written>{r.organisation}</Written> : null}
                  </td>
                  <td data-label={t("contact")}>
                    <bdi dir="ltr">{r.phone ?? r.email}</bdi>
                  </td>
                  <td data-label={t("registered")}>{moment(r.registeredAt, course.zone, locale)}</td>
                  <td data-label={t("state")}>
                    <span className="flex flex-wrap gap-1">
                      <RegistrationBadge state={r.state} />
                      {r.waitingNumber === null ? null : t("waitingNumber", { number: r.waitingNumber })}
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {found.next ? <NextPage href={`${base}?${further}`} /> : null}
        {open && found.rows.length > 0 ? (
          <BulkBar>
            <DecisionFields decisions={decisions} />
          </BulkBar>
        ) : null}
      </TickedForm>
      {open && find !== null ? (
        <RegisterPerson course={course} query={find} found={known} accountId={cx.viewer.accountId} />
      ) : null}
      {open && find === null ? (
        <p>
          <a href={`${base}?find=#register`} className="button">
            {t("registerPerson")}
          </a>
        </p>
      ) : null}
    </div>
  );
}
