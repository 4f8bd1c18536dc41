import { CircleCheck, CircleHelp, CircleX, Clock, type IconNode, Keyboard } from "lucide";
import { getLocale, getTranslations } from "next-intl/server";
import { clientAddress } from "@/app/_server/request";
import { fullDay, list } from "@/app/_ui/format";
import { Icon } from "@/app/_ui/Icon";
import { Fact, FictionalMark, PersonName, Serial } from "@/app/_ui/parts";
import { visitor } from "@/lib/access/rules";
import { verify } from "@/lib/certificates/queries";
import { environment } from "@/lib/env/environment";
import { clock } from "@/lib/time/clock";
import { dayAt } from "@/lib/time/zone";

export const generateMetadata = async () => ({
  title: (await getTranslations("verify"))("title"),
  robots: { index: false },
});

const looks: Record<string, [IconNode, string]> = {
  valid: [CircleCheck, "bg-ok-tint text-ok"],
  expired: [Clock, "bg-attention-tint text-attention"],
  revoked: [CircleX, "bg-stop-tint text-stop"],
  unknown: [CircleHelp, "bg-neutral-tint text-neutral"],
  mistyped: [Keyboard, "bg-attention-tint text-attention"],
  tooMany: [Clock, "bg-neutral-tint text-neutral"],
};

/** Whether a certificate is genuine: the answer first, then what it says and how to be sure. */
export default async function Verification({ params }: { params: Promise<{ serial: string }> }) {
  const now = clock();
  const today = dayAt(now, "UTC");
  const typed = decodeURIComponent((await params).serial).slice(0, 60);
  const found = verify(visitor, typed, today, now, await clientAddress());
  const locale = await getLocale();
  const t = await getTranslations("verify");
  const [icon, tone] = looks[found.answer]!;
  return (
    <div className="grid gap-6 max-w-2xl">
      <div role="status" className={`rounded-card p-5 flex gap-4 items-center ${tone}`}>
        <Icon icon={icon} size={44} className="shrink-0" />
        <div>
          <h1 className="text-2xl">{t(`answer.${found.answer}`)}</h1>
          <p>{t(`meaning.${found.answer}`, { minutes: "minutes" in found ? found.minutes : 0 })}</p>
        </div>
      </div>
      {"name" in found ? (
        <>
          <dl className="card grid gap-4 sm:grid-cols-2">
            <Fact label={t("name")}>
              <span className="text-lg font-semibold">
                <PersonName name={found.name} latinName={found.latinName} />
              </span>
            </Fact>
            <Fact label={t("document")}>{t(`kind.${found.kind}`)}</Fact>
            <Fact label={t("course")}>
              <bdi>{found.course}</bdi>
            </Fact>
            <Fact label={t("tools")}>
              {found.tools.map((tool) => (
                <span key={tool.name} className="block">
                  <bdi>{tool.name}</bdi> <bdi dir="ltr">({list(tool.modules, locale)})</bdi>
                </span>
              ))}
            </Fact>
            <Fact label={t("issuer")}>
              <bdi>{found.issuer}</bdi>
            </Fact>
            <Fact label={t("issuedOn")}>{fullDay(found.issuedOn, locale)}</Fact>
            <Fact label={t("validUntil")}>
              {found.expiresOn ? fullDay(found.expiresOn, locale) : t("noEnd")}
            </Fact>
            <Fact label={t("serial")}>
              <Serial serial={found.serial} />
            </Fact>
          </dl>
          {found.fictional ? (
            <p>
              <FictionalMark />
            </p>
          ) : null}
          <p className="quiet">
            {t("howSure", { day: fullDay(today, locale) })} <bdi dir="ltr">{environment().publicUrl}</bdi>
          </p>
        </>
      ) : (
        <ul className="list-disc ps-5 grid gap-1">
          {found.answer === "mistyped" ? <li>{t(`wrong.${found.wrong}`)}</li> : null}
          {found.answer === "tooMany" ? null : <li>{t("checkSigns")}</li>}
          {found.answer === "unknown" ? <li>{t("askIssuer")}</li> : null}
          <li>
            <bdi dir="ltr" className="font-mono">
              {"serial" in found ? found.serial : typed}
            </bdi>
          </li>
        </ul>
      )}
      <p>
        <a href="/verify" className="button">
          {t("another")}
        </a>
      </p>
    </div>
  );
}
