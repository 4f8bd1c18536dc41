/** Gives something the focus that has none by itself, without moving the page. */
export function giveFocus(element: HTMLElement): void {
  if (element.tabIndex < 0 && !element.hasAttribute("tabindex")) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

/** What has the focus because the new page wants it there: a message, a field to write in. */
const wanted = "[role='status'], [role='alert'], input, select, textarea";

/** The heading of the page: that of what it shows within a larger thing, where there is one. */
const headingOf = (main: ParentNode) =>
  main.querySelector<HTMLElement>("[data-arrive]") ?? main.querySelector<HTMLElement>("h1");

/** Runs at once, and again as the page grows, until it is done; what it returns ends it. */
function asPageGrows(done: () => boolean): () => void {
  const observer = new MutationObserver(() => {
    if (done()) observer.disconnect();
  });
  if (!done()) observer.observe(document.body, { childList: true, subtree: true });
  return () => observer.disconnect();
}

/** Focus on the place of the address, else on the heading of the page, as soon as it is there. */
export const arriveAt = (place: string) =>
  asPageGrows(() => {
    const main = document.getElementById("main");
    const now = document.activeElement;
    if (main && now && main.contains(now) && now.matches(wanted)) return true;
    const goal = (place && document.getElementById(place)) || (main && headingOf(main));
    if (goal) giveFocus(goal);
    return Boolean(goal);
  });

/** Focus on the link to the page that one comes back from, else on the heading. What stands in a closed menu takes none. */
export const comeBackFrom = (path: string) =>
  asPageGrows(() => {
    const main = document.getElementById("main");
    if (!main) return false;
    const links = [...main.querySelectorAll<HTMLAnchorElement>("a[href]")];
    for (const link of links.filter(({ pathname }) => pathname === path)) {
      giveFocus(link);
      if (document.activeElement === link) return true;
    }
    const heading = headingOf(main);
    if (heading) giveFocus(heading);
    return Boolean(heading);
  });
