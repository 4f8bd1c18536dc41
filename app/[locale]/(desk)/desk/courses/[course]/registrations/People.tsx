import Link from "next/link";
import { useTranslations } from "next-intl";
import { Hidden } from "@/app/_ui/form/fields";
import { Empty } from "@/app/_ui/kit/Empty";
import { NextPage } from "@/app/_ui/kit/NextPage";
import type { Listed, Said } from "./asked";
import { DecideTicked, TickedForm } from "./forms";
import { RegistrationRows } from "./RegistrationRows";

/** The list as a form: what is ticked in it is decided together. */
export function People({
  course,
  list,
  said,
  open,
  today,
}: {
  course: { id: number; zone: string };
  list: Listed;
  said: Said;
  /** True where decisions are open. */
  open: boolean;
  /** The civil day of whoever reads. */
  today: string;
}) {
  const t = useTranslations("registrations");
  const { rows, tickable, base } = list;
  const filtered = Object.values(list.narrowed).some(Boolean);
  const page = rows.map(({ id }) => String(id));
  const ticked = said.tick === "all" ? tickable.map(({ id }) => id) : said.tick === "page" ? page : [];
  // A view of one share that is empty says what that means; only a search that finds nobody finds nobody.
  const { state, ...others } = list.narrowed;
  const share = Object.values(others).some(Boolean) ? null : state;
  return (
    <TickedForm
      courseId={course.id}
      seen={list.seen}
      // What was just decided is ticked no longer.
      key={`${said.decided} ${said.undone} ${said.tick}`}
      className="grid gap-3"
      label={t("title")}
      defaults={{ registrationIds: ticked }}
    >
      <Hidden name="back" value={list.here} />
      {/* Within the form, which says why a decision was refused also where nobody is listed any more. */}
      {rows.length === 0 ? (
        <Empty
          title={
            share === "to_decide" || share === "waiting" || share === "with_place"
              ? t(`noneIn.${share}`)
              : filtered
                ? t("noneFits")
                : t("none")
          }
        >
          {filtered ? <Link href={base}>{t("showAll")}</Link> : t("noneNext")}
        </Empty>
      ) : (
        <RegistrationRows course={course} list={list} show={said.show} open={open} today={today} />
      )}
      {list.next ? <NextPage href={list.next} /> : null}
      {open && rows.length > 0 ? <DecideTicked page={page} tickable={tickable} /> : null}
    </TickedForm>
  );
}
