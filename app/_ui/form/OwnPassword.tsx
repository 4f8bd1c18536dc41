import { useTranslations } from "next-intl";
import { TextField } from "./fields";

const hints = { role: "ownPasswordForRole", contact: "ownPasswordForContact" } as const;

/** Asks whoever gives or takes power, or a way in, for their own password once more. `only`: what alone asks for it, of all that the form does. */
export function OwnPassword({ only }: { only?: keyof typeof hints }) {
  const t = useTranslations("person");
  return (
    <TextField
      name="current"
      type="password"
      label={t("ownPassword")}
      hint={t(only ? hints[only] : "ownPasswordHint")}
      optional={only ? t("optional") : undefined}
      autoComplete="current-password"
    />
  );
}
