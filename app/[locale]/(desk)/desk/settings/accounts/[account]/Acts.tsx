import { useTranslations } from "next-intl";
import type { ComponentType } from "react";
import type { FormProps } from "@/app/_ui/form/Form";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { OwnPassword } from "@/app/_ui/form/OwnPassword";
import { Dialog, DialogFoot } from "@/app/_ui/kit/Dialog";
import type { AccountPage } from "@/lib/accounts/queries";
import {
  DisableForm,
  EnableForm,
  EndSessionsForm,
  GiveAdministrationForm,
  RemoveIssuerForm,
  TakeAdministrationForm,
} from "../forms";

/** What an administrator may do with an account, each with what comes of it; one's own is another's to close. */
export function Acts({ account, asks }: { account: AccountPage; asks: boolean }) {
  const t = useTranslations("accounts");
  const disabled = account.state === "disabled";
  return (
    <section className="card grid gap-5 sm:p-6">
      <h2>{t("acts")}</h2>
      {account.own ? <p className="quiet">{t("ownHint")}</p> : null}
      {account.signIns.length > 0 ? (
        <div className="grid gap-2">
          <p className="quiet">{t("hint.endSessions")}</p>
          <div>
            <Dialog
              trigger={`${t("endSessions")}…`}
              title={t("askEndSessions")}
              will={[t("willEndSessions", { count: account.signIns.length })]}
            >
              <EndSessionsForm className="grid gap-4">
                <Hidden name="accountId" value={account.id} />
                <DialogFoot>
                  <Submit tone="stop" busy={t("saving")}>
                    {t("endSessions")}
                  </Submit>
                </DialogFoot>
              </EndSessionsForm>
            </Dialog>
          </div>
        </div>
      ) : null}
      {account.issuer && !account.own ? (
        <Act form={RemoveIssuerForm} account={account} asks={asks} act="removeIssuer" tone="stop" />
      ) : null}
      {disabled ? (
        <Act form={EnableForm} account={account} asks={asks} act="enable" tone="quiet" />
      ) : account.own ? null : (
        <Act form={DisableForm} account={account} asks={asks} act="disable" tone="stop" />
      )}
      {account.own || disabled ? null : account.administrator ? (
        <Act
          form={TakeAdministrationForm}
          account={account}
          asks={asks}
          act="takeAdministration"
          tone="stop"
        />
      ) : (
        <Act
          form={GiveAdministrationForm}
          account={account}
          asks={asks}
          act="giveAdministration"
          tone="quiet"
        />
      )}
    </section>
  );
}

function Act({
  form: Form,
  account,
  asks,
  act,
  tone,
}: {
  form: ComponentType<FormProps>;
  account: AccountPage;
  /** True where the viewer is asked for their own password. */
  asks: boolean;
  act: "removeIssuer" | "enable" | "disable" | "takeAdministration" | "giveAdministration";
  tone: "quiet" | "stop";
}) {
  const t = useTranslations("accounts");
  return (
    <Form className="grid gap-2">
      <p className="quiet">{t(`hint.${act}`)}</p>
      <Hidden name="accountId" value={account.id} />
      {asks ? <OwnPassword /> : null}
      <div>
        <Submit tone={tone} busy={t("saving")}>
          {t(act)}
        </Submit>
      </div>
    </Form>
  );
}
