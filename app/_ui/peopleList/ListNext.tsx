"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { useFrame } from "@/app/_ui/form/frame";
import { Notice } from "@/app/_ui/kit/Notice";
import { Written } from "@/app/_ui/Written";
import { mostListed } from "@/lib/registrations/rules/peopleLines";
import { leftIn, type Read, usePlaceOf, useRead, useWrong, wrongIn } from "./read";

/** What comes next once a list was read, above all else: who is registered how, and the way there, or to the lines to mend. */
export function ListNext({ raiseAt }: { raiseAt?: string }) {
  const read = useRead();
  return read ? <Next {...read} raiseAt={raiseAt} /> : null;
}

function Next({ list, right, count, raiseAt }: Read & { raiseAt?: string }) {
  const t = useTranslations("peopleList");
  const place = usePlaceOf();
  const said = Object.keys(useFrame().faults).length;
  const here = useRef<HTMLDivElement>(null);
  const taken = useRef<Read["list"]>(null);
  useEffect(() => {
    // What is wrong with another field is said above, and takes the reader there.
    if (said > 1 || taken.current === list) return;
    taken.current = list;
    here.current?.scrollIntoView({ block: "start" });
    here.current?.focus({ preventScroll: true });
  }, [list, said]);
  const { beyond } = list;
  const wrong = wrongIn(list);
  const doubted = list.rows.filter(
    ({ becomes, doubts, like }) => becomes !== "wrong" && (doubts.length > 0 || like),
  );
  return (
    <div ref={here} tabIndex={-1} role={right ? "status" : "alert"} className="scroll-mt-4">
      <Notice tone={right ? "info" : "attention"}>
        <div className="grid gap-2">
          {right && count === 0 ? <p>{t("nobody")}</p> : null}
          {count > 0 ? <p>{t("readRight", { count })}</p> : null}
          {right ? <Gets {...list} /> : null}
          {list.free === null || right ? null : (
            <p>
              {t("free", { free: list.free, people: leftIn(list) })}{" "}
              {raiseAt && leftIn(list) > list.free ? (
                <a href={raiseAt} className="inline-flex items-center min-h-11 font-semibold">
                  {t("raise")}
                </a>
              ) : null}
            </p>
          )}
          {beyond ? <p>{t("beyond", { ...beyond, max: mostListed })}</p> : null}
          {wrong.length > 0 ? <Wrong of={wrong} all={list.rows.length} /> : null}
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

/** How many lines are wrong, and each as it was typed with what is wrong with it, and the way to how it was understood. */
function Wrong({ of, all }: { of: Read["list"]["rows"]; all: number }) {
  const t = useTranslations("peopleList");
  const form = useTranslations("form");
  const place = usePlaceOf();
  const wrongWith = useWrong();
  return (
    <div>
      <p className="font-semibold">
        {t("linesWrong", { count: of.length, all })} {form("nothingSaved")}
      </p>
      <ul>
        {of.map((row) => (
          <li key={row.line} className="py-1">
            <a href={`#${place(row.line)}`} className="inline-flex items-center min-h-11">
              {t("nthLine", { line: row.line })}
            </a>{" "}
            <Written className="break-words">{row.typed}</Written>
            {wrongWith(row).map((sentence) => (
              <p key={sentence} className="text-stop">
                {sentence}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </div>
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
