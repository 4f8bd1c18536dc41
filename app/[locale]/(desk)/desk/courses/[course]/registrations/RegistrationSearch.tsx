import { useTranslations } from "next-intl";
import { SearchForm } from "@/app/_ui/SearchForm";
import type { Query } from "@/lib/names/rules";
import { type RegistrationState, registrationStates } from "@/lib/registrations/rules";

/** Looks for registrations by words and state; each state with how many there are. */
export function RegistrationSearch({
  query,
  state,
  counts,
}: {
  query: Query;
  state: RegistrationState | null;
  counts: Readonly<Record<RegistrationState, number>>;
}) {
  const t = useTranslations("registrations");
  const states = useTranslations("registrationState");
  const frame = useTranslations("frame");
  return (
    <SearchForm
      label={t("search")}
      hint={frame("findsPeople")}
      query={query}
      state={{
        label: t("state"),
        chosen: state,
        options: registrationStates.map((s) => ({
          value: s,
          label: t("stateCount", { state: states(s), count: counts[s] }),
        })),
      }}
    />
  );
}
