"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import type { Values } from "@/app/_actions/readPost";
import { colon } from "@/lib/i18n/rules";
import { Hidden } from "./fields";
import { RowNameContext } from "./frame";
import { ErrorLine } from "./Labelled";
import { asText, useField } from "./useField";
import { useInBrowser } from "./useInBrowser";

/** A row for whoever draws it: the name of one of its fields, and whether it is there already. */
export type Row = { field: (name: string) => string; index: number; kept: boolean };

/**
 * The rows of a list, each with a key of its own for the page. react-hook-form's own `useFieldArray` would come along with
 * every form, also where there is no list (1.5 KB).
 */
function useRows(name: string) {
  const { getValues, setValue, unregister } = useFormContext();
  const listed: Values[] = useWatch({ name }) ?? [];
  const keys = useRef<number[]>([]);
  const next = useRef(0);
  // A draft or a newer state of what is edited brings rows of its own.
  while (keys.current.length < listed.length) keys.current.push(next.current++);
  keys.current.length = listed.length;
  const put = (change: <T>(list: T[], added: T) => void, added: Values = {}) => {
    const list = [...((getValues(name) ?? []) as Values[])];
    change(list, added);
    change(keys.current, next.current++);
    // The fields of the rows take their new places when they are drawn next.
    unregister(name);
    setValue(name, list);
  };
  return {
    rows: listed.map((row, i) => ({ rowKey: keys.current[i]!, id: row.id })),
    /** How many rows there are up to the last one that says something. */
    filled: (blank: Values) =>
      listed.reduce((filled, row, i) => {
        const says =
          row.id || Object.entries(blank).some(([key, value]) => (row[key] || "") !== (value || ""));
        return says ? i + 1 : filled;
      }, 0),
    append: (blank: Values) => put((list, added) => list.push(added), { ...blank }),
    remove: (index: number) => put((list) => list.splice(index, 1)),
    move: (from: number, to: number) => put((list) => list.splice(to, 0, ...list.splice(from, 1))),
  };
}

/**
 * Rows of a list as fields `NAME.0.FIELD`. With JavaScript rows are added, taken out where they may be, and moved; without,
 * empty ones are ready.
 * @param blank what an added row begins with.
 */
export function Rows({
  name,
  blank,
  label,
  rowName,
  most,
  moves = false,
  staysOnceKept = false,
  folded = false,
  children,
}: {
  name: string;
  blank: Values;
  /** What is said of the list as a whole where something is wrong with it. */
  label: string;
  /** What a row is called, by its number. */
  rowName: (number: number) => string;
  most: number;
  moves?: boolean;
  /** True where a row that is there already cannot be taken out. */
  staysOnceKept?: boolean;
  /** True where a list begins with none: with JavaScript an empty row comes into sight by the button alone. */
  folded?: boolean;
  children: (row: Row) => ReactNode;
}) {
  const t = useTranslations("rows");
  const before = colon(useLocale());
  const inBrowser = useInBrowser();
  const { error, id } = useField(name, null, label);
  const { rows, filled, append, remove, move } = useRows(name);
  const [opened, setOpened] = useState(0);
  const shown = folded ? Math.max(opened, filled(blank)) : rows.length;
  const list = useRef<HTMLDivElement>(null);
  /** The row that was added last, which is then brought into reach. */
  const added = useRef<number>(null);
  /** Where the row stood that was taken out last: the reader goes on from there. */
  const removed = useRef<number>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const [said, setSaid] = useState("");
  useEffect(() => {
    const firstIn = (index: number) =>
      list.current?.children[index]?.querySelector<HTMLElement>("input:not([type=hidden]), textarea, select");
    if (added.current !== null) firstIn(added.current)?.focus();
    if (removed.current !== null)
      (firstIn(removed.current) ?? firstIn(removed.current - 1) ?? addButton.current)?.focus();
    added.current = null;
    removed.current = null;
  });
  return (
    <div className="grid gap-3">
      <ErrorLine id={id} error={error} />
      <div ref={list} id={id} tabIndex={-1} className="grid gap-3">
        {rows.map(({ rowKey, id: kept }, index) => {
          const key = asText(kept);
          const field = (of: string) => `${name}.${index}.${of}`;
          const act = (label: string, onClick: () => void) => (
            <button type="button" className="button" aria-label={`${label} (${index + 1})`} onClick={onClick}>
              {label}
            </button>
          );
          return (
            <div
              key={rowKey}
              className={index < shown ? "grid gap-2" : "row-ready"}
              hidden={inBrowser && index >= shown}
            >
              {key ? <Hidden name={field("id")} value={key} /> : null}
              <RowNameContext value={`${rowName(index + 1)}${before}`}>
                {children({ field, index, kept: key !== "" })}
              </RowNameContext>
              {inBrowser ? (
                <p className="flex flex-wrap gap-2 empty:hidden">
                  {moves && index > 0 ? act(t("moveUp"), () => move(index, index - 1)) : null}
                  {moves && index < shown - 1 ? act(t("moveDown"), () => move(index, index + 1)) : null}
                  {key && staysOnceKept
                    ? null
                    : act(t("remove"), () => {
                        removed.current = index;
                        setSaid(t("removed", { row: rowName(index + 1) }));
                        setOpened(Math.max(0, shown - 1));
                        remove(index);
                      })}
                </p>
              ) : null}
            </div>
          );
        })}
      </div>
      <p role="status" className="sr-only">
        {said}
      </p>
      {inBrowser && shown >= most ? <p className="quiet">{t("most", { max: most })}</p> : null}
      {inBrowser && shown < most ? (
        <p>
          <button
            type="button"
            ref={addButton}
            className="button"
            onClick={() => {
              added.current = shown;
              setSaid("");
              setOpened(shown + 1);
              if (shown === rows.length) append(blank);
            }}
          >
            {t("add")}
          </button>
        </p>
      ) : null}
    </div>
  );
}
