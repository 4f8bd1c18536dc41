"use client";

import { useLocale, useTranslations } from "next-intl";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { useFrame } from "@/app/_ui/form/frame";
import { useErrorText } from "@/app/_ui/form/useErrorText";
import type { ListedPerson, ReadList } from "@/lib/faults";
import { dotBetween, type Locale, nameInSentence } from "@/lib/i18n/rules";

/** The list that came back with an answer, as it was understood; null where none was sent, or something else was amiss. */
function useRead(): { list: ReadList; right: boolean } | null {
  const { list } = useFrame().faults;
  if (list?.code !== "listToRead" && list?.code !== "listWrong") return null;
  return { list: list.list, right: list.code === "listToRead" };
}

/** How many of a list are registered once it is sent. */
const registeredOf = (list: ReadList) =>
  list.rows.filter(({ becomes }) => becomes === "new" || becomes === "known").length;

/** What was read of a list, a row each person, with what is wrong with it or becomes of it. */
export function ListRead() {
  const read = useRead();
  return read ? <Rows {...read} count={registeredOf(read.list)} /> : null;
}

/** The button for what comes next: the list is shown as it reads, or its people are registered. */
export function ListSend() {
  const t = useTranslations("peopleList");
  const read = useRead();
  const count = read ? registeredOf(read.list) : 0;
  return (
    <>
      {/* What was shown goes with the list: another one is shown first. */}
      <Hidden name="checked" value={read?.right ? read.list.checked : ""} />
      <div>
        <Submit busy={t("saving")}>{read?.right && count > 0 ? t("register", { count }) : t("check")}</Submit>
      </div>
    </>
  );
}

function Rows({ list, right, count }: { list: ReadList; right: boolean; count: number }) {
  const t = useTranslations("peopleList");
  const { places, waiting, undecided } = list.gets;
  return (
    <section className="grid gap-3">
      <h2 className="text-base">{t("read")}</h2>
      {list.notTaken.length > 0 ? <p>{t("notTaken", { columns: list.notTaken.join(dotBetween) })}</p> : null}
      {right && count === 0 ? <p>{t("nobody")}</p> : null}
      {right && count > 0 ? (
        <p>
          {places > 0 ? `${t("places", { count: places })} ` : null}
          {waiting > 0 ? `${t("waiting", { count: waiting })} ` : null}
          {undecided > 0 ? t("undecided", { count: undecided }) : null}
        </p>
      ) : null}
      <table className="rows">
        <caption className="sr-only">{t("read")}</caption>
        <thead>
          <tr>
            {(["line", "name", "phone", "email", "organisation", "sex", "becomes"] as const).map((head) => (
              <th key={head} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {list.rows.map((row) => (
            <ListedRow key={row.line} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ListedRow({ row: { name, ...row } }: { row: ListedPerson }) {
  const t = useTranslations("peopleList");
  const text = useErrorText();
  const locale = useLocale() as Locale;
  const wrong = [...row.faults.map(text), ...row.wrong.map((what) => t(what))];
  return (
    <tr>
      <td data-label={t("line")}>{row.line}</td>
      <td data-label={t("name")}>{name ? <bdi className="font-semibold">{name}</bdi> : null}</td>
      <td data-label={t("phone")}>{row.phone ? <bdi dir="ltr">{row.phone}</bdi> : null}</td>
      <td data-label={t("email")}>{row.email ? <bdi dir="ltr">{row.email}</bdi> : null}</td>
      <td data-label={t("organisation")}>{row.organisation ? <bdi>{row.organisation}</bdi> : null}</td>
      <td data-label={t("sex")}>{row.sex ? t(row.sex) : null}</td>
      <td data-label={t("becomes")}>
        <span className="grid gap-1">
          {row.becomes === "wrong" ? null : <span>{t(row.becomes)}</span>}
          {wrong.map((sentence) => (
            <span key={sentence} className="text-stop">
              {sentence}
            </span>
          ))}
          {row.like ? (
            <span className="text-attention">{t("like", { name: nameInSentence(row.like, locale) })}</span>
          ) : null}
        </span>
      </td>
    </tr>
  );
}
