import { useTranslations } from "next-intl";

type Props = {
  label: string;
  q: string | null;
  /** Another filter by state, where the list has states. */
  state?: { label: string; chosen: string | null; options: { value: string; label: string }[] };
};

/** A search within a list; it lives in the address. */
export function SearchForm({ label, q, state }: Props) {
  const t = useTranslations("frame");
  return (
    <search>
      <form className="flex flex-wrap gap-3 items-end mb-4 max-w-3xl">
        <label className="field grow basis-40">
          <span>{label}</span>
          <input name="q" type="search" dir="auto" defaultValue={q ?? ""} className="input" />
        </label>
        {state ? (
          <label className="field basis-44">
            <span>{state.label}</span>
            <select name="state" defaultValue={state.chosen ?? ""} className="input">
              <option value="">{t("all")}</option>
              {state.options.map((o) => (
                <option key={o.value} value={o.value}>
                  {o.label}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <button type="submit" className="button">
          {t("find")}
        </button>
      </form>
    </search>
  );
}
