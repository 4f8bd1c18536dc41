import { useTranslations } from "next-intl";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { Toast } from "@/app/_ui/kit/Toast";
import type { AccountPage } from "@/lib/accounts/queries";
import { type AccountDoing, undoOf } from "@/lib/accounts/rules/states";
import { DisableForm, EnableForm, GiveAdministrationForm, TakeAdministrationForm } from "../forms";

const forms = {
  enable: EnableForm,
  disable: DisableForm,
  take: TakeAdministrationForm,
  give: GiveAdministrationForm,
};

/** What was just done with an account, and the way back from it. */
export function Done({ what, account }: { what: AccountDoing; account: AccountPage }) {
  const t = useTranslations("accounts");
  const parts = useTranslations("parts");
  const undo = undoOf(what, account);
  const Undo = undo && forms[undo];
  return (
    <Toast
      of={`${account.id} ${what} ${account.state} ${account.administrator}`}
      undo={
        Undo ? (
          <Undo>
            <Hidden name="accountId" value={account.id} />
            <Submit tone="quiet" busy={t("saving")}>
              {parts("undo")}
            </Submit>
          </Undo>
        ) : undefined
      }
    >
      {t(`done.${what}`)}
    </Toast>
  );
}
