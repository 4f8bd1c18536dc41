"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { useFrame } from "@/app/_ui/form/frame";
import { Mail } from "@/app/_ui/Mail";
import { Written } from "@/app/_ui/Written";
import { fault, type LikeSomebody, type ListedPerson } from "@/lib/faults";
import { dotBetween, isolate, type Locale, nameInSentence } from "@/lib/i18n/rules";
import { type Read, usePlaceOf, useRead, useWrong } from "./read";

/** What was read of a list, a row each person, with what is wrong with it or becomes of it. */
export function ListRead() {
  const read = useRead();
  return read ? <Rows {...read} /> : null;
}

/** What is asked once it was seen who is registered: that they agree. */
export function OnceRead({ children }: { children: ReactNode }) {
  return (useRead()?.count ?? 0) > 0 ? children : null;
}

/** The button for what comes next: the list is shown as it reads, or its people are registered. */
export function ListSend() {
  const t = useTranslations("peopleList");
  const place = usePlaceOf();
  const { count, list } = useRead() ?? { count: 0, list: null };
  return (
    <>
      {/* What was shown goes with the list: another one is shown first. */}
      <Hidden name="checked" value={count > 0 && list ? list.checked : ""} />
      <div id={place("end")}>
        <Submit busy={t("saving")}>{count > 0 ? t("register", { count }) : t("check")}</Submit>
      </div>
    </>
  );
}

const columns = ["line", "name", "phone", "email", "organisation", "sex", "becomes"] as const;
/** What is read in a sentence has room; what breaks anywhere has some. */
const widths: Partial<Record<(typeof columns)[number], string>> = {
  name: "md:min-w-32",
  email: "md:min-w-40",
  organisation: "md:min-w-28",
  becomes: "md:min-w-48",
};

function Rows({ list }: Read) {
  const t = useTranslations("peopleList");
  const locale = useLocale() as Locale;
  return (
    <section className="grid gap-3">
      <h2 className="text-base">{t("read")}</h2>
      {list.organisationMeant ? (
        <p>{t("organisationMeant", { organisation: isolate(list.organisationMeant, locale) })}</p>
      ) : null}
      {list.notTaken.length > 0 ? <p>{t("notTaken", { columns: list.notTaken.join(dotBetween) })}</p> : null}
      {!list.headed && list.rows.some(({ organisation }) => organisation) ? (
        <p>
          {t("byLook")} <bdi className="font-semibold">{t("heads")}</bdi>
        </p>
      ) : null}
      <table className="rows">
        <caption className="sr-only">{t("read")}</caption>
        <thead>
          <tr>
            {columns.map((head) => (
              <th key={head} scope="col" className={widths[head]}>
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

function ListedRow({ row }: { row: ListedPerson }) {
  const { name, phone: number } = row;
  const t = useTranslations("peopleList");
  const wrongWith = useWrong();
  const place = usePlaceOf();
  return (
    <tr id={place(row.line)} tabIndex={-1} className="scroll-mt-4">
      <td data-label={t("line")}>{row.line}</td>
      <td data-label={t("name")}>{name ? <Written className="font-semibold">{name}</Written> : null}</td>
      <td data-label={t("phone")}>{number ? <bdi dir="ltr">{number}</bdi> : null}</td>
      <td data-label={t("email")}>{row.email ? <Mail address={row.email} /> : null}</td>
      <td data-label={t("organisation")}>
        {row.organisation ? <Written>{row.organisation}</Written> : null}
      </td>
      <td data-label={t("sex")}>{row.sex ? t(row.sex) : null}</td>
      <td data-label={t("becomes")}>
        <span className="grid gap-1">
          {row.becomes === "wrong" ? null : <span>{t(row.becomes)}</span>}
          {row.there ? <Standing {...row.there} /> : null}
          {wrongWith(row).map((sentence) => (
            <span key={sentence} className="text-stop">
              {sentence}
            </span>
          ))}
          {row.doubts.map((doubt) => (
            <span key={doubt} className="text-attention">
              {t(doubt)}
            </span>
          ))}
          {row.like ? <Like {...row.like} /> : null}
        </span>
      </td>
    </tr>
  );
}

/** Who has the same phone, e-mail address or name, and what to do about it. */
function Like({ by, of }: LikeSomebody) {
  const t = useTranslations("peopleList");
  const locale = useLocale() as Locale;
  return (
    <span className="text-attention">
      {"line" in of
        ? t(`sharesWith.${by}`, { line: of.line })
        : t(`like.${by}`, { name: nameInSentence(of, locale) })}
    </span>
  );
}

/** How somebody stands in the course already, with the way to their registration. */
function Standing({ state, ...keys }: NonNullable<ListedPerson["there"]>) {
  const states = useTranslations("registrationState");
  const t = useTranslations("form");
  const way = useFrame().wayOn?.(fault("alreadyInCourse", keys));
  return (
    <span>
      {states(state)}
      {way ? (
        <>
          {dotBetween}
          <a href={way.href} className="inline-flex items-center min-h-11">
            {t(way.word)}
          </a>
        </>
      ) : null}
    </span>
  );
}
