"use client";

import { useEffect } from "react";

const open = "details[data-popover][open]";
let parts = 0;

/** How far from the window's edge what is opened stays, in px. */
const edge = 8;

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

/** What is opened comes into sight, whole. `toggle` does not bubble: it is caught on its way down. */
function onToggle(event: Event) {
  const details = event.target as HTMLElement;
  if (!details.matches(open)) return;
  const list = details.querySelector<HTMLElement>(".pop-list");
  if (!list) return;
  // Most are made for one side of their line; where a phone has put the line elsewhere, they move into the window.
  list.style.transform = "";
  const { left, right } = list.getBoundingClientRect();
  const over = right - (document.documentElement.clientWidth - edge);
  const by = left < edge ? edge - left : over > 0 ? -over : 0;
  if (by !== 0) list.style.transform = `translateX(${by}px)`;
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
