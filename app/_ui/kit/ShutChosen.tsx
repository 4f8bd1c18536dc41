"use client";

import { useEffect } from "react";

/** Closes the menu of a facet in which something was chosen: the list beside it is new, the page is not. */
function onChoice(event: MouseEvent) {
  const link = (event.target as Element).closest(".facet .pop-item a");
  const details = link?.closest("details");
  // Whoever opens what is chosen in another tab goes on choosing here.
  if (!details || event.ctrlKey || event.metaKey || event.shiftKey) return;
  details.open = false;
  details.querySelector("summary")?.focus();
}

/** Lets the menus of facets close as something is chosen, with the focus on what opened them. */
export function ShutChosen() {
  useEffect(() => {
    document.addEventListener("click", onChoice);
    return () => document.removeEventListener("click", onChoice);
  }, []);
  return null;
}
