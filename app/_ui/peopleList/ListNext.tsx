"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { useFrame } from "@/app/_ui/form/frame";
import { Notice } from "@/app/_ui/kit/Notice";
import { mostListed } from "@/lib/registrations/rules/peopleLines";
import { leftIn, type Read, usePlaceOf, useRead } from "./read";

/** What comes next once a list was read, above all else: who is registered how, and the way there, or to the lines to mend. */
export function ListNext() {
  const read = useRead();
  return read ? <Next {...read} /> : null;
}

function Next({ list, right, count }: Read) {
  const t = useTranslations("peopleList");
  const place = usePlaceOf();
  const said = Object.keys(useFrame().faults).length;
  const here = useRef<HTMLDivElement>(null);
  const taken = useRef<Read["list"]>(null);
  useEffect(() => {
    // Where something is wrong, the list of faults takes the reader up here.
    if (!right || said > 1 || taken.current === list) return;
    taken.current = list;
    here.current?.scrollIntoView({ block: "start" });
    here.current?.focus({ preventScroll: true });
  }, [list, right, said]);
  const { beyond } = list;
  const wrong = list.rows.filter(({ becomes }) => becomes === "wrong");
  const doubted = list.rows.filter(
    ({ becomes, doubts, like }) => becomes !== "wrong" && (doubts.length > 0 || like),
  );
  return (
    <div ref={here} tabIndex={-1} role="status" className="scroll-mt-4">
      <Notice tone={right ? "info" : "attention"}>
        <div className="grid gap-2">
          {right && count === 0 ? <p>{t("nobody")}</p> : null}
          {count > 0 ? <p>{t("readRight", { count })}</p> : null}
          {right ? <Gets {...list} /> : null}
          {list.free === null || right ? null : <p>{t("free", { free: list.free, people: leftIn(list) })}</p>}
          {beyond ? <p>{t("beyond", { ...beyond, max: mostListed })}</p> : null}
          {wrong.length > 0 ? (
            <Lines of={wrong}>{t("linesWrong", { count: wrong.length, all: list.rows.length })}</Lines>
          ) : null}
          {doubted.length > 0 ? (
            <Lines of={doubted}>{t("linesDoubted", { count: doubted.length })}</Lines>
          ) : null}
          {count > 0 ? (
            <p>
              <a href={`#${place("end")}`} className="inline-flex items-center min-h-11 font-semibold">
                {t("toEnd")}
              </a>
            </p>
          ) : null}
        </div>
      </Notice>
    </div>
  );
}

/** What the people of a list get, and what else changes with it. */
function Gets({ gets: { places, waiting, undecided }, expected }: Read["list"]) {
  const t = useTranslations("peopleList");
  return (
    <>
      {places > 0 ? <p>{t("places", { count: places })}</p> : null}
      {waiting > 0 ? <p>{t("waiting", { count: waiting })}</p> : null}
      {undecided > 0 ? <p>{t("undecided", { count: undecided })}</p> : null}
      {expected === null ? null : <p>{t("expectedRises", { count: expected })}</p>}
    </>
  );
}

/** A sentence on some lines, with the way to each. */
function Lines({ of, children }: { of: readonly { line: number }[]; children: ReactNode }) {
  const t = useTranslations("peopleList");
  const place = usePlaceOf();
  return (
    <div>
      <p>{children}</p>
      <ul className="flex flex-wrap gap-x-4">
        {of.map(({ line }) => (
          <li key={line}>
            <a href={`#${place(line)}`} className="inline-flex items-center min-h-11">
              {t("nthLine", { line })}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
