"use client";

import { type ComponentType, useEffect, useState } from "react";

type Dialog = ComponentType<{ opened: number }>;

/**
 * Search over everything, at hand on every page: Ctrl K or the search of the frame loads and opens it, for most pages are left
 * without a search. Where it can't be loaded, and without it, these lead to the page.
 */
export function Finder() {
  const [opened, setOpened] = useState(0);
  const [Dialog, setDialog] = useState<Dialog | null>(null);
  useEffect(() => {
    const open = (href: string) =>
      import("./FinderDialog").then(
        (loaded) => {
          setDialog(() => loaded.FinderDialog);
          setOpened((times) => times + 1);
        },
        () => location.assign(href),
      );
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      open("/desk/search");
    };
    const onClick = (event: MouseEvent) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>("a[data-find]");
      if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open(link.href);
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("click", onClick);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("click", onClick);
    };
  }, []);
  return Dialog ? <Dialog opened={opened} /> : null;
}
