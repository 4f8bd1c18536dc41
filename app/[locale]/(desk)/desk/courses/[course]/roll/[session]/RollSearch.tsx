"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";

/** Leaves the rows of whom somebody looks for, by any spelling; Enter goes to the first and shows all again. */
export function RollSearch({
  searched,
  search,
  goTo,
}: {
  searched: string;
  search: (text: string) => void;
  goTo: () => void;
}) {
  const t = useTranslations("attendance");
  return (
    <span className="roll-search">
      <Search size={16} />
      <input
        type="search"
        aria-label={t("search")}
        placeholder={t("searchRoll")}
        autoComplete="off"
        dir="auto"
        className="input"
        value={searched}
        onChange={(event) => search(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") {
            event.preventDefault();
            goTo();
          } else if (event.key === "Escape") search("");
        }}
      />
    </span>
  );
}
