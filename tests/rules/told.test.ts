import { describe, expect, it } from "vitest";
import { writeMessage } from "../../app/_words/message";
import ar from "../../lib/i18n/messages/ar.json";
import fr from "../../lib/i18n/messages/fr.json";
import { isolate, type Locale, locales } from "../../lib/i18n/rules";
import { withoutPersons } from "../../lib/log/lines.mjs";
import { mailMessages, topics } from "../../lib/messages/rules";
import {
  answerIn,
  failureOf,
  isForGood,
  isTooOld,
  reasonOf,
  retryDelayMs,
} from "../../lib/messages/rules/delivery";

const values = {
  name: "هناء شاهين",
  course: "Training of trainers: Think.Coop – إربد",
  startsOn: "2027-02-07",
  endsOn: "2027-02-11",
  nextDay: "2027-02-07",
  nextFrom: "09:00",
  nextTo: "12:00",
  nextDayEnds: "16:00",
  mode: "venue",
  venue: "Centre",
  place: "إربد",
  country: "JO",
  number: "4-12",
  contact: "Samar, +962 79 000 0000",
  link: "https://cascade.example.org/registrations/abc",
  reason: "لا مدرّب",
  by: "Samar",
  code: "12345678",
  programme: "PROSPECTS",
  tool: "Think.Coop",
  modules: "M1 Basics of cooperation",
  until: "2030-02-28",
  page: "https://cascade.example.org/registrations/abc",
};

describe("a message to a person", () => {
  it("can be written in every language with everything known, and with nothing", () => {
    for (const language of locales)
      for (const message of mailMessages)
        for (const params of [values, {}]) {
          const { subject, text } = writeMessage({ language, message, params });
          expect(subject, `${language} ${message}`).not.toMatch(/\n|\{|mail\./);
          expect(text, `${language} ${message}`).not.toMatch(/\n{3}|[{}]|mail\.|: $|undefined/m);
          expect(text.trim()).toBe(text);
        }
  });
  it("says when the day ends whose first session it names, where that is later", () => {
    const text = (nextDayEnds: string) =>
      writeMessage({ language: "en", message: "registrationAccepted", params: { ...values, nextDayEnds } })
        .text;
    expect(text("16:00")).toContain("the day ends at 16:00");
    expect(text("12:00")).not.toContain("the day ends");
  });
  it("sets apart what may run the other way, and leaves what does not as it is", () => {
    expect(isolate("إربد", "ar")).toBe("إربد");
    expect(isolate("Think.Coop", "ar")).toBe("\u2068Think.Coop\u2069");
    expect(isolate("4-12", "ar")).toBe("\u20664-12\u2069");
    expect(isolate("Irbid", "fr")).toBe("Irbid");
    expect(isolate("إربد", "fr")).toBe("\u2068إربد\u2069");
    expect(isolate("PROSPECTS – الشراكة", "ar")).toBe("\u2067PROSPECTS – الشراكة\u2069");
    expect(isolate("", "ar")).toBe("");
    // As many ends as beginnings, so that nothing runs on into the rest.
    for (const language of locales)
      for (const message of mailMessages) {
        const { text } = writeMessage({ language, message, params: values });
        expect(text.match(/[\u2066-\u2068]/g)?.length).toBe(text.match(/\u2069/g)?.length);
      }
  });
  it("has the link alone on a line, and only what is known of when and where", () => {
    const accepted = (params: Record<string, string>) =>
      writeMessage({ language: "en", message: "registrationAccepted", params }).text.split("\n");
    expect(accepted(values)).toContain(values.link);
    expect(accepted({ ...values, startsOn: "", endsOn: "", nextDay: "" }).join()).not.toMatch(
      /Dates|session/,
    );
    expect(accepted({ ...values, mode: "online", place: "Irbid" }).join()).toContain(
      "Online (Irbid, Jordan)",
    );
  });
  it("names tool, modules and the last day of a trainer certification, and not the course", () => {
    const params = { ...values, link: "https://cascade.example.org/verify/ABCD" };
    for (const language of locales) {
      const ready = writeMessage({ language, message: "trainerCertified", params });
      const revoked = writeMessage({ language, message: "trainerCertificationRevoked", params });
      for (const { subject, text } of [ready, revoked]) {
        expect(subject).toContain(values.tool);
        expect(subject + text).not.toContain("Training of trainers");
        expect(text).toContain(values.modules);
        expect(text.split("\n")).toContain(params.link);
      }
      expect(ready.text).toContain("2030");
      expect(revoked.text).toContain(values.reason);
    }
  });
  it("calls a master trainer's certification that, whatever became of it", () => {
    const words: Record<Locale, string> = { en: "master trainer", fr: "maître formateur", ar: "رئيسي" };
    for (const language of locales)
      for (const message of ["trainerCertified", "trainerCertificationRevoked"] as const)
        for (const what of [
          ...[{ reissued: "yes" }, { reissued: "suspended" }, { renews: "yes" }, {}],
        ] as Record<string, string>[]) {
          const { text } = writeMessage({ language, message, params: { ...values, ...what, master: "yes" } });
          expect(text, `${language} ${message} ${JSON.stringify(what)}`).toContain(words[language]);
          expect(writeMessage({ language, message, params: { ...values, ...what } }).text).not.toContain(
            words[language],
          );
        }
  });
  it("says each decision on a way by itself, and to whoever recommended that there is an answer", () => {
    const decisions = ["refused", "renewalRefused", "masterRefused", "confirmed", "renewed", "master"];
    for (const language of locales) {
      const said = decisions.map((decision) =>
        writeMessage({ language, message: "stageDecided", params: { ...values, decision } }),
      );
      expect(new Set(said.map(({ subject }) => subject)).size).toBe(decisions.length);
      expect(new Set(said.map(({ text }) => text.split("\n\n")[1])).size).toBe(decisions.length);
      const answers = ["returned", "refused"].flatMap((decision) =>
        ["first", "renewed", "master_approved"].map((towards) => {
          const params = { ...values, decision, towards, trainer: "Amal" };
          return writeMessage({ language, message: "recommendationAnswered", params });
        }),
      );
      expect(new Set(answers.map(({ text }) => text)).size).toBe(answers.length);
      for (const { text } of answers) expect(text).not.toContain(values.reason);
    }
  });
  it("speaks to nobody as a man or a woman, and keeps French spaces together", () => {
    expect(JSON.stringify([fr.mail, fr.tell])).not.toMatch(/·e|[^\u00a0] [:»]|« |[^\u202f\u00a0][;?!]/);
    // No imperative in the masculine and no "you" as a pronoun that has a sex when vowelled in these texts.
    expect(JSON.stringify(ar.mail)).not.toMatch(/احضر|أنتَ|راجع|احتفظ|انقر|اضغط/);
  });
});

describe("a message that is not taken", () => {
  it("is tried again after 1, 2, 4 … minutes up to two hours, for longer than a day, and then given up", () => {
    const delays = Array.from({ length: 20 }, (_, i) => retryDelayMs("registrationAccepted", i + 1));
    const minutes = [1, 2, 4, 8, 16, 32, 64, ...Array(12).fill(120)];
    expect(delays).toEqual([...minutes.map((each) => each * 60_000), null]);
    expect(minutes.reduce((sum, each) => sum + each)).toBeGreaterThan(24 * 60);
    expect(Object.keys(topics).sort()).toEqual([...mailMessages].sort());
  });
  it("is given up at once where the server never takes it, not where it refuses everybody alike", () => {
    const says = (code: string, responseCode: number) => isForGood({ code, responseCode });
    expect([says("EENVELOPE", 550), says("EMESSAGE", 554)]).toEqual([true, true]);
    expect([says("EENVELOPE", 451), says("EAUTH", 535), says("EENVELOPE", 530)]).toEqual([
      false,
      false,
      false,
    ]);
  });
  it("says why in a word that somebody can act upon, with what the server wrote, but nobody's address", () => {
    const said = {
      code: "EENVELOPE",
      responseCode: 550,
      command: "RCPT TO",
      response: `550-5.1.1 <hana@b.example>\r\n550 mailbox hana unknown ${"x".repeat(300)}`,
    };
    const kept = failureOf(said, { to: "hana@b.example", name: "" }, withoutPersons);
    expect(kept).toMatch(/^EENVELOPE 550 RCPT\n550-5\.1\.1 <…@…> 550 mailbox … unknown x+…$/);
    expect(kept.length).toBeLessThan(300);
    expect([reasonOf(kept), answerIn(kept)?.byServer]).toEqual(["addressRefused", true]);
    const unreached = failureOf(
      { code: "EDNS", message: "getaddrinfo ENOTFOUND mail" },
      { to: "a@b.c", name: "" },
      String,
    );
    expect([reasonOf(unreached), answerIn(unreached)]).toEqual([
      "notFound",
      { words: "getaddrinfo ENOTFOUND mail", byServer: false },
    ]);
    expect(answerIn("tooOld")).toBeNull();
    expect(
      ["EENVELOPE 550 RCPT", "EENVELOPE 550 MAIL", "EENVELOPE 552 RCPT", "EENVELOPE 451 RCPT"].map(reasonOf),
    ).toEqual(["addressRefused", "senderRefused", "mailboxFull", "later"]);
    expect(
      ["EAUTH 535 AUTH", "ECONNECTION CONN", "ESOCKET CONN", "EDNS CONN", "ETIMEDOUT CONN", "ETLS", "x"].map(
        reasonOf,
      ),
    ).toEqual(["signInRefused", "notReached", "notReached", "notFound", "tooSlow", "notSecure", "other"]);
  });
  it("keeps no part of the name or address of whom it was for, however the server writes it", () => {
    const kept = (response: string, to: string, name = "") =>
      failureOf({ code: "EENVELOPE", responseCode: 550, response }, { to, name }, withoutPersons).split(
        "\n",
      )[1];
    const to = "ahmad.khalil@b.example";
    expect(kept("550 No mailbox Ahmad.Khalil here", to)).toBe("550 No mailbox … here");
    expect(kept("550 user Lina SAAD disabled; cn=AKHALIL", to, "Lina Saad")).toBe(
      "550 user … … disabled; cn=A…",
    );
    expect(kept("550 mailbox al not here; 550 invalid", "al@b.example")).toBe(
      "550 mailbox … not here; 550 invalid",
    );
  });
  it("says no name in the subject of a link, and lets none become a link in the text", () => {
    const params = { name: "Locked: https://evil.example/login or evil.example", link: "L", shared: "yes" };
    const { subject, text } = writeMessage({ language: "en", message: "signInLink", params });
    expect(subject).toBe("Your link to sign in");
    expect(text).toContain("this one is for Locked: … or evil. example alone");
    expect(text).not.toMatch(/:\/\/|evil\.example/);
  });
  it("is not sent late where what it says has run out, and a try of the mail is tried once", () => {
    expect(isTooOld("signInLink", 0, 29 * 60_000)).toBe(false);
    expect(isTooOld("signInLink", 0, 30 * 60_000)).toBe(true);
    expect(isTooOld("contactCode", 0, 10 * 60_000)).toBe(true);
    expect(isTooOld("contactCode", 0, 6 * 24 * 3_600_000, "days")).toBe(false);
    expect(isTooOld("registrationAccepted", 0, 1e12)).toBe(false);
    expect(retryDelayMs("mailTest", 1)).toBeNull();
  });
});
