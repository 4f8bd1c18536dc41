import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { asking, oneOf, type SearchParams } from "@/app/_server/asked";
import { publicContext } from "@/app/_server/context";
import { Hidden, Submit, TextArea, TextField } from "@/app/_ui/form/fields";
import { Notice } from "@/app/_ui/kit/Notice";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { PersonName } from "@/app/_ui/PersonName";
import { nameFor } from "@/lib/i18n/rules";
import { programmeDays } from "@/lib/programmes/queries";
import { publicTrainer } from "@/lib/trainers/queries";
import { Certified, Whereabouts } from "../TrainerRows";
import { EnquiryForm } from "./forms";

type Props = { params: Promise<{ trainer: string }>; searchParams: SearchParams };

const asked = asking({ said: oneOf(["sent", "already"]) });

const found = cache((address: string) => {
  const cx = publicContext();
  return publicTrainer(cx, address.slice(0, 40), programmeDays(cx));
});

export async function generateMetadata({ params }: Props) {
  const trainer = found((await params).trainer);
  // Who is no longer in the register is not to be found by their name either.
  return trainer ? { title: nameFor(trainer, await getLocale()), robots: { index: false } } : {};
}

/** A trainer of the public register: what they are certified for, and a form to ask for them; never a contact of theirs. */
export default async function PublicTrainer({ params, searchParams }: Props) {
  const trainer = found((await params).trainer);
  if (!trainer) notFound();
  const { said } = await asked(searchParams);
  const t = await getTranslations("publicTrainers");
  return (
    <div className="public-narrow grid gap-5">
      <PageHead
        title={<PersonName name={trainer.name} latinName={trainer.latinName} />}
        under={<a href="/trainers">{t("title")}</a>}
      />
      <section className="card grid gap-3" aria-labelledby="certified">
        <h2 id="certified" className="text-base">
          {t("certifiedFor")}
        </h2>
        <Certified trainer={trainer} />
        <Whereabouts trainer={trainer} />
      </section>
      {said ? <Sent before={said === "already"} /> : <Ask address={trainer.address} />}
    </div>
  );
}

/** What happens now that somebody asked. `before`: they had asked the same already. */
async function Sent({ before }: { before: boolean }) {
  const t = await getTranslations("publicTrainers");
  return (
    <section id="sent" role="status" className="grid gap-3">
      <Notice tone="ok" title={t(before ? "sentBefore" : "sent")}>
        <p>{t("sentNext")}</p>
      </Notice>
      <p>
        {t("sentNothing")} <a href="/contact">{t("toContact")}</a>
      </p>
    </section>
  );
}

async function Ask({ address }: { address: string }) {
  const t = await getTranslations("publicTrainers");
  return (
    <section className="card grid gap-4" aria-labelledby="ask">
      <div className="grid gap-1">
        <h2 id="ask" className="text-base">
          {t("ask")}
        </h2>
        <p className="quiet">{t("askHint")}</p>
      </div>
      <EnquiryForm className="grid gap-4">
        <Hidden name="trainer" value={address} />
        <Hidden name="formKey" value={randomUUID()} />
        <TextField name="name" label={t("yourName")} autoComplete="name" />
        <TextField
          name="organisation"
          label={t("yourOrganisation")}
          optional={t("optional")}
          autoComplete="organization"
        />
        <TextField
          name="phone"
          type="tel"
          dir="ltr"
          label={t("yourPhone")}
          hint={t("contactHint")}
          autoComplete="tel"
        />
        <TextField name="email" type="email" dir="ltr" label={t("yourEmail")} autoComplete="email" />
        <TextArea name="purpose" label={t("purpose")} hint={t("purposeHint")} rows={5} />
        <div>
          <Submit busy={t("sending")}>{t("send")}</Submit>
        </div>
      </EnquiryForm>
    </section>
  );
}
