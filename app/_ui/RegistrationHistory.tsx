import { useTranslations } from "next-intl";
import { dashBetween, dotBetween, type PersonsNames } from "@/lib/i18n/rules";
import type { RegistrationState } from "@/lib/registrations/rules";
import { FirstName } from "./PersonName";
import { Stamp } from "./Stamp";
import { Written } from "./Written";

type Change = {
  id: number;
  at: number;
  toState: RegistrationState;
  reason: string | null;
  /** Who did it, for whoever may know. */
  by?: PersonsNames | null;
};

/** What happened to a registration: when and why, and by whom where that is said. */
export function RegistrationHistory({
  history,
  zone,
  own = false,
}: {
  history: readonly Change[];
  zone: string;
  /** True where the person reads it themselves. */
  own?: boolean;
}) {
  const states = useTranslations(own ? "ownHistory" : "registrationState");
  return (
    <ol className="grid gap-1">
      {history.map((change) => (
        <li key={change.id}>
          <span className="quiet">
            <Stamp at={change.at} zone={zone} />
          </span>{" "}
          {states(change.toState)}
          {change.by ? (
            <>
              {dotBetween}
              <FirstName of={change.by} />
            </>
          ) : null}
          {change.reason ? (
            <>
              {dashBetween}
              <Written>{change.reason}</Written>
            </>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
