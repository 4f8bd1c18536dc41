"use client";

import { useTranslations } from "next-intl";
import { focusCell } from "@/app/_ui/kit/useMatrixKeys";
import type { Column } from "./cells";

/** Finds a person by any spelling, and goes to them or to a session. */
export function Finder({
  searched,
  found,
  search,
  goTo,
  columns,
  current,
}: {
  searched: string;
  /** How many people are found. */
  found: number;
  search: (text: string) => void;
  /** Goes to the first of them. */
  goTo: () => void;
  columns: readonly Column[];
  current: number | null;
}) {
  const t = useTranslations("attendance");
  return (
    <div className="attendance-finder print:hidden">
      <div>
        <label htmlFor="matrix-search" className="field-above">
          {t("search")}
        </label>
        <input
          id="matrix-search"
          type="search"
          autoComplete="off"
          dir="auto"
          className="input"
          value={searched}
          onChange={(event) => search(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter") {
              // The key would press the cell that it leads to.
              event.preventDefault();
              goTo();
            } else if (event.key === "Escape") search("");
          }}
        />
      </div>
      <div>
        <label htmlFor="matrix-session" className="field-above">
          {t("jump")}
        </label>
        <select
          id="matrix-session"
          className="input text-ellipsis"
          value={current ?? ""}
          onChange={(event) => focusCell(Number(event.currentTarget.value))}
        >
          {current === null ? <option value="" /> : null}
          {columns.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <p role="status" className="quiet">
        {searched.trim() === "" ? null : t("found", { count: found })}
      </p>
    </div>
  );
}
