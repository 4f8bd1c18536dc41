import { expect, type Locator } from "@playwright/test";

/**
 * Opens the step of a form in which a field stands, by its address. Where there are no steps, or all stand open for want of
 * scripts, nothing is done. Before the browser has taken the page over they all stand open too: that is waited for.
 */
export async function reach(field: Locator): Promise<Locator> {
  const one = field.first();
  await expect
    .poll(() =>
      one.evaluate(
        (element) =>
          window.matchMedia("(scripting: none)").matches || !element.closest("[data-state=plain] > section"),
      ),
    )
    .toBe(true);
  const step = await one.evaluate(
    (element) => element.closest("[data-state]:not([data-state=plain]) > section")?.id ?? null,
  );
  if (step)
    await one.evaluate((_, key) => {
      window.location.hash = key;
    }, step);
  return field;
}

/** Fills a field in, in whichever step it stands. */
export async function fillIn(field: Locator, value: string): Promise<void> {
  await (await reach(field)).fill(value);
}

/** Opens the last step of a form, from which it is sent. */
export async function reachLast(form: Locator): Promise<void> {
  await reach(form.locator("[data-state] > section").last());
}
