import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { asking, key, type SearchParams } from "@/app/_server/asked";
import { granted, requireContext } from "@/app/_server/context";
import { Notice } from "@/app/_ui/kit/Notice";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { StatStrip } from "@/app/_ui/kit/StatStrip";
import * as gate from "@/lib/access/gate";
import { mailOf, outbox } from "@/lib/messages/queries";
import { MailTable } from "./MailTable";
import { TestMail } from "./TestMail";

export const generateMetadata = async () => ({ title: (await getTranslations("outbox"))("title") });

const asked = asking({ tried: key, again: key });

/** What waits in the outbox, was given up and went out lately, and whether mail goes out at all. */
export default async function Outbox({ searchParams }: { searchParams: SearchParams }) {
  const cx = await requireContext("mail.manage", "/desk/settings/mail");
  const all = granted(() => gate.everywhere(cx, "mail.manage"));
  const { tried, again } = await asked(searchParams);
  const { counts, days, waiting, givenUp, sent } = outbox(cx, all);
  const resent = again === null ? null : mailOf(cx, all, again);
  const t = await getTranslations("outbox");
  return (
    <div className="grid gap-8">
      <PageHead
        title={t("title")}
        under={<Link href="/desk/settings">{(await getTranslations("settings"))("back")}</Link>}
      />
      {cx.settings.smtpUrl ? null : <Notice title={t("noServer")}>{t("noServerNext")}</Notice>}
      <p role="status" className="rounded-card bg-ok-tint text-ok p-3 empty:hidden">
        {resent ? t(resent.doneAt !== null && resent.reason === null ? "againSent" : "againWaits") : null}
      </p>
      <StatStrip
        stats={[
          { label: t("waiting"), value: counts.waiting },
          { label: t("givenUp"), value: counts.givenUp, note: t("lately", { count: days }) },
          { label: t("sent"), value: counts.sent, note: t("lately", { count: days }) },
        ]}
      />
      <MailTable title={t("givenUp")} id="given-up" mails={givenUp} now={cx.now} none={t("noneGivenUp")} />
      <MailTable title={t("waiting")} id="waiting" mails={waiting} now={cx.now} none={t("noneWaits")} />
      {cx.settings.smtpUrl ? <TestMail tried={tried === null ? null : mailOf(cx, all, tried)} /> : null}
      <MailTable title={t("sent")} id="sent" mails={sent} now={cx.now} none={t("noneSent")} />
    </div>
  );
}
