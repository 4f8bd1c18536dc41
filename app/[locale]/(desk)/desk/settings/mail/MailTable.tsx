import { useLocale, useTranslations } from "next-intl";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { Badge, type Tone } from "@/app/_ui/kit/Badge";
import { Cell, Row, RowHead, Table } from "@/app/_ui/kit/Table";
import { FirstName, OtherName } from "@/app/_ui/PersonName";
import { timeFrom } from "@/lib/i18n/format";
import { isolate } from "@/lib/i18n/rules";
import type { ShownMail } from "@/lib/messages/queries";
import { SendAgainForm } from "./forms";
import { ServerAnswer } from "./ServerAnswer";

/** What became of a mail, as a word with its tone. */
function stateOf(
  mail: ShownMail,
): readonly [Tone, "underWay" | "waits" | "retries" | "byHand" | "failed" | "sent"] {
  if (mail.doneAt === null) {
    if (mail.underWay) return ["info", "underWay"];
    return mail.attempts > 0 ? ["attention", "retries"] : ["neutral", "waits"];
  }
  if (mail.reason === null) return ["ok", "sent"];
  return mail.toldAt === null ? ["stop", "failed"] : ["ok", "byHand"];
}

/** Mails with whom they are for, what became of them and why; those given up can be sent again. */
export function MailTable({
  title,
  id,
  mails,
  now,
  none,
}: {
  title: string;
  id: string;
  mails: readonly ShownMail[];
  now: number;
  /** What is said where there are none. */
  none: string;
}) {
  const t = useTranslations("outbox");
  const columns = (["person", "state", "what", "when", "next"] as const).map((key) => ({
    key,
    label: t(key),
    quiet: key === "next",
  }));
  return (
    <section className="grid gap-3" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {mails.length === 0 ? (
        <p className="quiet">{none}</p>
      ) : (
        <Table caption={title} columns={columns}>
          <tbody>
            {mails.map((mail) => (
              <MailLine key={mail.id} mail={mail} now={now} />
            ))}
          </tbody>
        </Table>
      )}
    </section>
  );
}

function MailLine({ mail, now }: { mail: ShownMail; now: number }) {
  const locale = useLocale();
  const t = useTranslations("outbox");
  const told = useTranslations("tell.message");
  const [tone, state] = stateOf(mail);
  const message = mail.message;
  const when = (instant: number) => isolate(timeFrom(instant, now, locale), locale);
  const person = mail.name === null ? null : { name: mail.name, latinName: mail.latinName };
  return (
    <Row id={`mail-${mail.id}`}>
      <RowHead
        href={mail.personId === null ? undefined : `/desk/people/${mail.personId}`}
        under={person ? <OtherName of={person} /> : null}
      >
        {person ? <FirstName of={person} /> : t("somebody")}
      </RowHead>
      <Cell
        at="state"
        under={
          mail.reason ? (
            <>
              {t(`reason.${mail.reason}`)} <ServerAnswer answer={mail.answer} />
            </>
          ) : null
        }
      >
        <Badge tone={tone}>{t(`is.${state}`)}</Badge>
      </Cell>
      <Cell label={t("what")}>
        {message === null
          ? t("aMessage")
          : message === "mailTest"
            ? t("test")
            : message === "issuerRemoved" ||
                message === "issuerRestored" ||
                message === "linkMade" ||
                message === "courseToDecide"
              ? t(message)
              : told(message)}
      </Cell>
      <Cell
        label={t("when")}
        under={mail.attempts > 1 || state === "retries" ? t("attempts", { count: mail.attempts }) : null}
      >
        {state === "retries"
          ? t("nextTry", { when: when(mail.runAfter) })
          : when(mail.doneAt ?? mail.queuedAt ?? mail.runAfter)}
      </Cell>
      <Cell at="next">
        {mail.doneAt !== null && mail.mayGoAgain ? (
          <SendAgainForm className="grid gap-1">
            <Hidden name="jobId" value={mail.id} />
            <Submit tone="quiet" busy={t("sending")}>
              {t("sendAgain")}
              <span className="sr-only"> {person ? <FirstName of={person} /> : null}</span>
            </Submit>
          </SendAgainForm>
        ) : null}
      </Cell>
    </Row>
  );
}
