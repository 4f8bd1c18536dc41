import { useLocale, useTranslations } from "next-intl";

/** Asks for a serial. A plain form, which loads no script: what is amiss with a number its own page says. */
export function SerialForm({ typed = "", hint, fault }: { typed?: string; hint: string; fault?: string }) {
  const t = useTranslations("verify");
  return (
    <form action="/api/verify" className="grid gap-5">
      <input type="hidden" name="lang" value={useLocale()} />
      <div className="grid gap-1">
        <label htmlFor="serial" className="font-semibold">
          {t("serial")}
        </label>
        {fault ? (
          <p id="serial-error" role="alert" className="text-stop text-sm font-semibold">
            {fault}
          </p>
        ) : null}
        <p id="serial-hint" className="quiet">
          {hint}
        </p>
        <input
          id="serial"
          name="serial"
          type="text"
          dir="ltr"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          defaultValue={typed}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? "serial-error serial-hint" : "serial-hint"}
          className="input"
        />
      </div>
      <div>
        <button type="submit" className="button-main">
          {t("check")}
        </button>
      </div>
    </form>
  );
}
