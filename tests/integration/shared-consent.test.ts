import { createTranslator, NextIntlClientProvider } from "next-intl";
import { createElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { SeenBySharers } from "../../app/_ui/SharedWith";
import { messagesOf } from "../../app/_words/messages";
import { Consent as InWorkshop } from "../../app/[locale]/(desk)/desk/courses/[course]/participants/new/Consent";
import { Consent } from "../../app/[locale]/(public)/courses/[slug]/register/Consent";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { visitor } from "../../lib/access/table";
import { publicCourse } from "../../lib/courses/queries";
import { locales } from "../../lib/i18n/rules";
import { followRegistration } from "../../lib/registrations/queries";
import { shareCourse } from "../../lib/sharing/commands";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { now, opened, registered, value, world } from "../support/world";

vi.mock("@/app/_ui/form/fields", () => ({ CheckField: () => null, TextField: () => null }));
vi.mock("@/app/_ui/form/ShownWhen", () => ({
  ShownWhen: ({ children }: { children: ReactNode }) => children,
}));

freshDatabase();
const w = world();

it("whoever registers for a shared course reads with whom, and what those see, before and after", async () => {
  const { courseId, slug } = opened(w);
  await registered(slug);
  const token = sqlite().prepare("SELECT token FROM registrations WHERE course_id = ?").pluck().get(courseId);
  const own = () => followRegistration(as(visitor), gate.ownRegistration(as(visitor), String(token)));
  const read = (locale: (typeof locales)[number]) => {
    const course = publicCourse(as(visitor), slug)!;
    return [
      createElement(Consent, { course, signedIn: false }),
      createElement(InWorkshop, { course }),
      createElement(SeenBySharers, { course: own() }),
    ].map((part) =>
      renderToStaticMarkup(
        createElement(
          NextIntlClientProvider,
          { locale, messages: messagesOf(locale), timeZone: "UTC" } as never,
          part,
        ),
      ).replace(/[\u2066-\u2069]/g, ""),
    );
  };
  const said = (locale: (typeof locales)[number]) =>
    createTranslator({ locale, messages: messagesOf(locale), namespace: "sharing" })("seenBy", {
      programmes: "Other",
    }).replace(/[\u2066-\u2069]/g, "");
  for (const locale of locales) for (const text of read(locale)) expect(text).not.toContain(said(locale));
  value(shareCourse(as(w.coordinator, now), { courseId, programmeId: w.otherId, percent: null }));
  for (const locale of locales)
    for (const [i, text] of read(locale).entries()) expect(text, `${locale} ${i}`).toContain(said(locale));
});
