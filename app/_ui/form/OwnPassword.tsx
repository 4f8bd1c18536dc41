import { useTranslations } from "next-intl";
import { TextField } from "./fields";

/** Asks whoever gives or takes power, or a way in, for their own password once more. `forRole`: for one role alone. */
export function OwnPassword({ forRole = false }: { forRole?: boolean }) {
  const t = useTranslations("person");
  return (
    <TextField
      name="current"
      type="password"
      label={t("ownPassword")}
      hint={t(forRole ? "ownPasswordForRole" : "ownPasswordHint")}
      optional={forRole ? t("optional") : undefined}
      autoComplete="current-password"
    />
  );
}
