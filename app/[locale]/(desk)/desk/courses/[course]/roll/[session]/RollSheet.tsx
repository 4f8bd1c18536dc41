"use client";

import { useLocale, useTranslations } from "next-intl";
import { useActionState, useRef, useState } from "react";
import type { FormState } from "@/app/_actions/action";
import type { Values } from "@/app/_actions/readPost";
import { useInBrowser } from "@/app/_ui/form/useInBrowser";
import { clockTime } from "@/lib/i18n/format";
import { holds } from "@/lib/text";
import { takeRoll } from "../actions";
import { type Owed, ReasonField, useOwed } from "./ReasonField";
import { Refusals } from "./Refusals";
import { RestPresent } from "./RestPresent";
import { RollBar } from "./RollBar";
import { RollDots } from "./RollDots";
import { focusLine, RollLine, type RollRow } from "./RollLine";
import { RollSearch } from "./RollSearch";
import { countedOn, linesOf, uponIn } from "./rollLines";
import { TheirsStood } from "./TheirsStood";
import { oneOf } from "./undoing";
import { useEarlyMarks } from "./useEarlyMarks";
import { useKept, type WhichRoll } from "./useKept";
import { useMarking } from "./useMarking";

const searchedIn = ({ name, latinName, organisation }: RollRow) =>
  [name, latinName, organisation].filter(Boolean).join(" ");

type Answer = Awaited<ReturnType<typeof takeRoll>>;
const notPosted: FormState<never> = { status: "new" };

type Props = WhichRoll & {
  rows: RollRow[];
  open: boolean;
  minutes: number;
  owes: Owed;
  zone: string;
  zoneName: string;
};

/**
 * The roll: one person a row, four states under the thumb. Each mark is kept on this device, sent at once or when there
 * is a network, and can be undone until the next. Until the scripts have come it is a form with its button.
 */
export function RollSheet({ rows, open, minutes, owes, zone, zoneName, ...which }: Props) {
  const t = useTranslations("roll");
  const said = useTranslations("attendance");
  const locale = useLocale();
  const [searched, setSearched] = useState("");
  const form = useRef<HTMLFormElement>(null);
  const counter = useRef<HTMLParagraphElement>(null);
  const reason = useRef<HTMLInputElement>(null);
  const inBrowser = useInBrowser();
  const kept = useKept(which, rows);
  const { sheet } = kept;

  // Without JavaScript the whole sheet is one form, sent with a button; what was refused comes back as it was sent.
  const [posted, post] = useActionState<Answer, FormData | Values>(takeRoll, notPosted);
  const refused = posted.status === "fault" ? posted : null;
  const owed = useOwed(owes, sheet.fault?.fields?.reason ?? refused?.fault.fields?.reason, sheet.savedAt);

  const lines = linesOf(rows, {
    sheet,
    kept: inBrowser ? null : (refused?.kept ?? null),
    sayHeld: (mine, theirs) =>
      t("held", {
        mine: t(`state.${mine.state}`),
        at: clockTime(mine.at, locale, zone),
        theirs: t(`state.${theirs}`),
      }),
  });
  const { undo, change, takeBack, acts } = useMarking(kept, rows, lines, counter);
  useEarlyMarks(form, inBrowser, rows, minutes, kept);

  const { total, rest } = countedOn(rows, lines);
  const states = rows.map((row) => lines.get(row.id)!.state);
  const count = (...of: (typeof states)[number][]) => states.filter((state) => of.includes(state)).length;
  const numbers = { entered: total - rest.length, total, here: count("present", "late") };
  const found = searched.trim() === "" ? rows : rows.filter((row) => holds(searchedIn(row), searched));
  const undoable = oneOf(undo);
  const elsewhere = inBrowser && clockTime(Date.now(), locale, zone) !== clockTime(Date.now(), locale);

  return (
    <form
      ref={form}
      action={post}
      // What a browser put back into the fields by itself would be taken for marks.
      autoComplete="off"
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        kept.send();
      }}
    >
      <input type="hidden" name="sessionId" value={which.sessionId} readOnly />
      <input type="hidden" name="account" value={which.account} readOnly />
      {inBrowser
        ? null
        : rows.map((row) => (
            <input
              key={row.id}
              type="hidden"
              name={`marks.${row.id}.was`}
              value={uponIn(row, refused?.kept ?? null)}
              readOnly
            />
          ))}
      <RollBar
        counter={counter}
        entered={numbers.entered}
        total={total}
        tally={{
          words: said("tally", { here: numbers.here, absent: count("absent") }),
          dots: (
            <RollDots
              people={rows.map(({ id }, i) => ({ id, state: states[i]! }))}
              label={said("dots", { ...numbers, absent: count("absent", "excused") })}
            />
          ),
        }}
        search={
          inBrowser ? (
            <RollSearch
              searched={searched}
              search={setSearched}
              goTo={() => {
                setSearched("");
                if (found[0]) focusLine(found[0].id);
              }}
            />
          ) : null
        }
        sheet={sheet}
        fault={refused && !inBrowser ? refused.fault : sheet.fault}
        zone={zone}
        changed={undo?.text ?? null}
        undo={takeBack}
      />
      <TheirsStood rows={rows} held={posted.status === "done" && !undo ? posted.value.held : []} />
      <Refusals
        rows={rows}
        sheet={sheet}
        letGo={(ids) => {
          kept.letGo(ids);
          counter.current?.focus();
        }}
      />
      {open && owed ? (
        <ReasonField
          field={reason}
          owes={owed}
          said={inBrowser ? sheet.reason : String(refused?.kept?.reason ?? "")}
          say={kept.setReason}
          sheetFault={sheet.fault}
          postedFault={refused?.fault.fields?.reason}
          onLeave={kept.send}
          goesOn={counter}
          leave={() => counter.current?.focus()}
          send={inBrowser ? kept.send : null}
        />
      ) : null}
      {open ? <p className="quiet roll-keys">{t("keys")}</p> : null}
      <ul className="roll">
        {rows.map((row) => (
          <RollLine
            key={row.id}
            row={row}
            line={lines.get(row.id)!}
            hidden={!found.includes(row)}
            undoable={row.id === undoable}
            open={open}
            minutes={minutes}
            acts={acts}
          />
        ))}
      </ul>
      {/* The button that saves stands first: it is the one that Enter presses. */}
      {open && !inBrowser ? (
        <button type="submit" className="button-main print:hidden">
          {t("save")}
        </button>
      ) : null}
      {open ? (
        <RestPresent
          rest={rest}
          inBrowser={inBrowser}
          mark={() => {
            change(new Map(rest.map((row) => [row.id, { state: "present" }])));
            counter.current?.focus();
          }}
        />
      ) : null}
      {elsewhere ? <p className="quiet">{t("zone", { zone: zoneName })}</p> : null}
    </form>
  );
}
