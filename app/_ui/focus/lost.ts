import { giveFocus } from "./arrive";

const speaking = "[role='status'], [role='alert'], [aria-live='polite'], [aria-live='assertive']";

/** The message in which something changed, where it says something. */
function messageOf(records: readonly MutationRecord[]): HTMLElement | null {
  for (const { target } of records) {
    const around = target instanceof Element ? target : target.parentElement;
    const message = around?.closest<HTMLElement>(speaking);
    if (message?.textContent?.trim()) return message;
  }
  return null;
}

/** Where the reader goes on when what had the focus is gone: what was said, else the heading of the part it was in. */
function goalAfter(said: HTMLElement | null, part: Element | null): HTMLElement | null {
  if (said?.isConnected && said.textContent?.trim()) return said;
  const within = part?.isConnected ? part.closest("section, article, form, main") : null;
  return (
    within?.querySelector<HTMLElement>("h2, h3") ?? document.querySelector<HTMLElement>("main h1") ?? null
  );
}

/**
 * A button that did its work and is gone takes the focus with it, to nowhere: it goes on to the message that came, else to
 * the heading of the part. What it returns ends it.
 */
export function keepFromGettingLost(): () => void {
  let last: Element | null = null;
  let part: Element | null = null;
  let said: HTMLElement | null = null;
  let asked = 0;
  const onFocus = (event: FocusEvent) => {
    last = event.target as Element;
    part = last.parentElement;
    said = null;
  };
  const mend = () => {
    asked = 0;
    // Whoever wanted it has taken it by now.
    if (document.activeElement !== document.body) return;
    const goal = goalAfter(said, part);
    if (goal) giveFocus(goal);
  };
  const observer = new MutationObserver((records) => {
    said = messageOf(records) ?? said;
    if (!last) return;
    for (let at = part; at && !at.isConnected; at = at.parentElement) part = at.parentElement;
    if (last.isConnected || document.activeElement !== document.body || asked) return;
    asked = requestAnimationFrame(mend);
  });
  document.addEventListener("focusin", onFocus);
  observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  return () => {
    document.removeEventListener("focusin", onFocus);
    observer.disconnect();
    cancelAnimationFrame(asked);
  };
}
