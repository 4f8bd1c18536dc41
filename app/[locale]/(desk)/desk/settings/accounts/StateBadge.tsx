import { Ban, CircleCheck, CircleDashed, Mail } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/app/_ui/kit/Badge";
import type { AccountState } from "@/lib/accounts/rules/states";

const looks = {
  disabled: { tone: "stop", icon: Ban },
  inUse: { tone: "ok", icon: CircleCheck },
  invited: { tone: "info", icon: Mail },
  unused: { tone: "neutral", icon: CircleDashed },
} as const;

/** How far an account has come, as a word and a shape. */
export function StateBadge({ state }: { state: AccountState }) {
  const t = useTranslations("accounts");
  const { tone, icon } = looks[state];
  return (
    <Badge tone={tone} icon={icon}>
      {t(`state.${state}`)}
    </Badge>
  );
}
