import { useTranslations } from "next-intl";
import { TextField } from "./fields";

const hints = { role: "ownPasswordForRole", contact: "ownPasswordForContact" } as const;

/** Asks whoever gives or takes power, or a way in, for their own password once more. `only`: what alone asks for it, of all that the form does; `calendar`: it makes a secret address. */
export function OwnPassword({ only, calendar = false }: { only?: keyof typeof hints; calendar?: boolean }) {
  const t = useTranslations("person");
  return (
    <TextField
      name="current"
      type="password"
      label={t("ownPassword")}
      hint={t(only ? hints[only] : calendar ? "ownPasswordForCalendar" : "ownPasswordHint")}
      optional={only ? t("optional") : undefined}
      autoComplete="current-password"
    />
  );
}
