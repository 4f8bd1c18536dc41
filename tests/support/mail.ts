import { SMTPServer } from "smtp-server";

/** A mail as it arrived. */
export type Arrived = { to: string; subject: string; text: string; id: string };

const quotedPrintable = (text: string) =>
  Buffer.from(
    text
      .replace(/=\r?\n/g, "")
      .replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16))),
    "latin1",
  ).toString("utf8");

/** Words of a header such as `=?UTF-8?Q?…?=` as text. */
const header = (text: string) =>
  text
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?UTF-8\?([QB])\?(.*?)\?=/gi, (_, kind, words) =>
      kind.toUpperCase() === "B"
        ? Buffer.from(words, "base64").toString("utf8")
        : quotedPrintable(words.replaceAll("_", " ")),
    );

function parse(raw: string): Arrived {
  const end = raw.indexOf("\r\n\r\n");
  const head = raw.slice(0, end).replace(/\r\n[ \t]+/g, " ");
  const body = raw.slice(end + 4);
  const of = (name: string) => new RegExp(`^${name}: (.*)$`, "im").exec(head)?.[1] ?? "";
  const encoding = of("Content-Transfer-Encoding").toLowerCase();
  const text =
    encoding === "base64"
      ? Buffer.from(body, "base64").toString("utf8")
      : encoding === "quoted-printable"
        ? quotedPrintable(body)
        : body;
  return {
    to: of("To"),
    subject: header(of("Subject")),
    text: text.replaceAll("\r\n", "\n").trim(),
    id: of("Message-ID"),
  };
}

type Answer = "taken" | "refused" | "later" | "lost" | "slow";

/**
 * A mail server of a test's own. `answers` says by address what becomes of a message: taken, refused for good, refused
 * for now, lost, that is taken without the sender's being told, or taken slowly.
 */
export async function mailServer(answers: Record<string, Answer> = {}) {
  const arrived: Arrived[] = [];
  const fail = (code: number, words = "not now") => Object.assign(new Error(words), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo({ address }, _session, done) {
      const answer = answers[address];
      done(
        answer === "refused"
          ? fail(550, `5.1.1 <${address}>: no mailbox here`)
          : answer === "later"
            ? fail(451)
            : null,
      );
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const mail = parse(Buffer.concat(parts).toString("latin1"));
        arrived.push(mail);
        const lost = session.envelope.rcptTo.some(({ address }) => answers[address] === "lost");
        const slow = session.envelope.rcptTo.some(({ address }) => answers[address] === "slow");
        setTimeout(() => done(lost ? fail(451) : null), slow ? 400 : 0);
      });
    },
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.server.address() as { port: number };
  return { url: `smtp://127.0.0.1:${port}`, arrived, answers, close: () => server.close(() => undefined) };
}
