import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { type Frame, FrameContext } from "../../app/_ui/form/frame";
import { RestoredNotice } from "../../app/_ui/form/useDraft";
import { messagesOf } from "../../app/_words/messages";

const messages = messagesOf("en");

/** What is said above a form that came back, of one with these fields. */
function said(...fields: string[]): string {
  const frame = { labels: new Map(fields.map((name) => [name, name])) } as unknown as Frame;
  const notice = createElement(
    FrameContext,
    { value: frame },
    createElement(RestoredNotice, { anew: () => {} }),
  );
  return renderToStaticMarkup(
    createElement(NextIntlClientProvider, { locale: "en", messages, timeZone: "UTC" } as never, notice),
  );
}

it("what a draft does not keep is said where a form that has it comes back", () => {
  const { restoredWithout, restoredWithoutAnswers } = messages.form;
  expect(said("title")).not.toContain(restoredWithout);
  expect(said("title", "email")).toContain(restoredWithout);
  expect(said("name", "phone", "needed", "sex")).toContain(restoredWithoutAnswers);
});
