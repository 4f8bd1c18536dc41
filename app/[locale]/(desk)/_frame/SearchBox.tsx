"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";

/** Search over everything; Ctrl K goes there. */
export function SearchBox() {
  const t = useTranslations("frame");
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      document.getElementById("search-everything")?.focus();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  return (
    <search>
      <form action="/desk/search" className="relative">
        <Search size={18} className="absolute inset-s-2.5 top-3.5 text-muted" />
        <input
          id="search-everything"
          name="q"
          type="search"
          dir="auto"
          aria-label={t("search")}
          aria-keyshortcuts="Control+K"
          placeholder={t("searchHint")}
          className="input ps-9 text-sm"
        />
      </form>
    </search>
  );
}
