import { useTranslations } from "next-intl";
import { mostFound, type Query } from "@/lib/names/rules";

type Props = {
  label: string;
  /** What can be typed. */
  hint?: string;
  query: Query;
  /** True where more is found than is looked at. */
  more?: boolean;
  /** Another filter by state, where the list has states. */
  state?: { label: string; chosen: string | null; options: { value: string; label: string }[] };
};

/** A search within a list; it lives in the address. What cannot be searched for is said beside what was typed. */
export function SearchForm({ label, hint, query, more, state }: Props) {
  const t = useTranslations("frame");
  const described = [hint ? "search-hint" : "", query.fault ? "search-fault" : ""].filter(Boolean).join(" ");
  return (
    <search>
      <form className="flex flex-wrap gap-3 items-end mb-4 max-w-3xl">
        <div className="field grow basis-40">
          <label htmlFor="search-q">{label}</label>
          {hint ? (
            <p className="quiet" id="search-hint">
              {hint}
            </p>
          ) : null}
          {query.fault ? (
            <p className="text-stop" id="search-fault" role="alert">
              {query.fault === "short" ? t("queryShort") : t("queryNothing")}
            </p>
          ) : null}
          {more ? <p role="status">{t("narrow", { count: mostFound })}</p> : null}
          <input
            id="search-q"
            name="q"
            type="search"
            dir="auto"
            defaultValue={query.typed}
            aria-invalid={query.fault ? true : undefined}
            aria-describedby={described || undefined}
            className="input"
          />
        </div>
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
