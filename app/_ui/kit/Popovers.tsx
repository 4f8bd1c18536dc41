"use client";

import { useEffect } from "react";

const open = "details[data-popover][open]";
let parts = 0;

const shut = (details: HTMLDetailsElement) => {
  details.open = false;
};

/** Closes the innermost popover with Escape, and gives the focus back to what opened it. */
function onKey(event: KeyboardEvent) {
  if (event.key !== "Escape" || event.defaultPrevented) return;
  const all = document.querySelectorAll<HTMLDetailsElement>(open);
  const last = all[all.length - 1];
  if (!last) return;
  event.preventDefault();
  const within = last.contains(document.activeElement);
  shut(last);
  if (within) last.querySelector("summary")?.focus();
}

/** Closes what was open as something beside it is pressed or gets the focus. */
function onAway(event: Event) {
  const at = event.target as Node;
  // One that holds what was refused stays, for whoever is led to it.
  for (const details of document.querySelectorAll<HTMLDetailsElement>(open))
    if (!details.contains(at) && !details.querySelector("[aria-invalid=true]")) shut(details);
}

/** What is opened comes into sight, on the side where there is room. `toggle` does not bubble: it is caught on its way down. */
function onToggle(event: Event) {
  const details = event.target as HTMLElement;
  if (!details.matches(open)) return;
  const list = details.querySelector(".pop-list");
  if (!list) return;
  const { left, right } = list.getBoundingClientRect();
  if (left < 0 || right > document.documentElement.clientWidth) list.classList.add("pop-end");
  list.scrollIntoView({ block: "nearest", inline: "nearest" });
  // Where it asks for one thing, that is what one goes on with.
  const at = document.activeElement;
  if (at === document.body || details.contains(at))
    list.querySelector<HTMLElement>("form :is(input:not([type]), input[type=text])")?.focus();
}

/**
 * Lets every popover of the page (`details` with `data-popover`) close as one expects. One set of ears, however many there
 * are; without it a popover closes by what opened it.
 */
export function Popovers() {
  useEffect(() => {
    parts += 1;
    if (parts === 1) {
      document.addEventListener("keydown", onKey);
      document.addEventListener("pointerdown", onAway);
      document.addEventListener("focusin", onAway);
      document.addEventListener("toggle", onToggle, true);
    }
    return () => {
      parts -= 1;
      if (parts > 0) return;
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("pointerdown", onAway);
      document.removeEventListener("focusin", onAway);
      document.removeEventListener("toggle", onToggle, true);
    };
  }, []);
  return null;
}
