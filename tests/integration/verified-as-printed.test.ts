import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { certificatePage } from "../../app/_words/certificate";
import { messagesOf } from "../../app/_words/messages";
import { CertificateFacts } from "../../app/[locale]/(public)/verify/[serial]/CertificateFacts";
import { certificates } from "../../db/schema";
import { visitor } from "../../lib/access/table";
import { verifyCertificate } from "../../lib/certificates/commands";
import { locales } from "../../lib/i18n/rules";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { freshDatabase } from "../support/database";
import { serialOf } from "../support/pages";
import { transact } from "../support/transact";
import { world } from "../support/world";

freshDatabase();
const { issued } = coursesToCertify(world());

const plain = (text: string) => text.replace(/[\u2060\u2066-\u2069]/g, "").replace(/\s+/g, " ");

describe("the verification page of a certificate", () => {
  it("says whatever the paper of its kind says of the course, in every language", async () => {
    const { evening, all } = await issued();
    const { id: _, ...first } = all()[0]!;
    const { facts } = first;
    const signatories = [...facts.signatories, { name: "Salwa Mansour", role: "Programme coordinator" }];
    const certification = {
      ...first,
      kind: "trainer_certification" as const,
      serial: "0000000000000000",
      expiresOn: "2030-02-10",
      facts: { ...facts, signatories, recommendedBy: "Rami Haddad" },
    };
    const evidence = {
      ...{ since: "2026-03-01", exception: true },
      counts: { learnt: 1, workshops: 3, observations: 2, coachingVisits: 11, refresher: 1 },
      lacking: [
        { gate: "examination", need: 1, have: 0 },
        { gate: "workshops", need: 4, have: 3 },
      ] as const,
    };
    const resting = {
      ...{ ...certification, serial: serialOf(7) },
      facts: { ...certification.facts, evidence },
    };
    transact((db) => db.insert(certificates).values([certification, resting]).run());
    for (const row of [first, certification, resting]) {
      const { kind } = row;
      const paper = certificatePage(row);
      expect(paper.details.length).toBeGreaterThan(4);
      const printed = [
        paper.name,
        paper.issuer,
        row.facts.course,
        ...(row === resting ? [messagesOf(row.language).certificate.exceptionSaid] : []),
        ...paper.details.map(({ value }) => value),
        ...paper.tools.flatMap((tool) => [tool.name, ...tool.modules]),
        ...(kind === "participation" ? [] : paper.tools.map((tool) => tool.version)),
        ...paper.signatories.flatMap(({ name, role }) => [name, role]),
      ];
      const named = verifyCertificate(as(visitor, evening), row.serial, "x");
      if (!("name" in named)) throw new Error(named.answer);
      for (const locale of locales) {
        const html = renderToStaticMarkup(
          createElement(
            NextIntlClientProvider,
            { locale, messages: messagesOf(locale), timeZone: "UTC" } as never,
            createElement(CertificateFacts, { named }),
          ),
        );
        const { gates, certificate } = messagesOf(locale);
        // Which conditions were not met is read in the reader's language, and nowhere but where one was.
        // After the first they begin small.
        for (const said of [certificate.lacking, gates.name.examination, gates.name.workshops])
          expect(html.toLowerCase().includes(said.toLowerCase()), `${said} of ${row.serial}`).toBe(
            row === resting,
          );
        const page = plain(
          html
            .replace(/<[^>]+>/g, "")
            .replace(/&#x27;/g, "'")
            .replace(/&amp;/g, "&"),
        );
        for (const said of printed) expect(page, `${kind} in ${locale}`).toContain(plain(said));
        expect(page.includes(messagesOf(locale).certificate.hours)).toBe(kind === "participation");
        if (kind === "participation")
          for (const { version } of facts.tools)
            expect(page).not.toContain(`${messagesOf(locale).certificate.version} ${version}`);
      }
    }
  });
});
