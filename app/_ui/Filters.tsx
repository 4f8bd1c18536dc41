"use client";

type Choice = {
  name: string;
  label: string;
  /** What stands where none is chosen. */
  any: string;
  chosen: string | null;
  options: { value: string; label: string }[];
};

type Words = { search: string; find: string; filters: string; from: string };

/** Search and filters of the catalogue, drawn from words alone; they live in the address and work without JavaScript. */
export function Filters({
  q,
  fault,
  from,
  choices,
  words,
}: {
  q: string;
  /** Why this cannot be searched for. */
  fault?: string;
  from: string | null;
  choices: Choice[];
  words: Words;
}) {
  return (
    <search>
      <form action="/courses/search" className="grid gap-3 mb-6">
        <div className="flex gap-3 items-end">
          <label className="field grow">
            <span>{words.search}</span>
            {fault ? (
              <span className="text-stop" role="alert">
                {fault}
              </span>
            ) : null}
            <input name="q" type="search" dir="auto" defaultValue={q} className="input" />
          </label>
          <button type="submit" className="button">
            {words.find}
          </button>
        </div>
        <details className="filters" open={Boolean(from) || choices.some((c) => c.chosen)}>
          <summary className="min-h-11 content-center font-semibold">{words.filters}</summary>
          <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
            {choices.map(({ name, label, any, chosen, options }) => (
              <label key={name} className="field">
                <span>{label}</span>
                <select name={name} defaultValue={chosen ?? ""} className="input">
                  <option value="">{any}</option>
                  {options.map((option) => (
                    <option key={option.value} value={option.value}>
                      {option.label}
                    </option>
                  ))}
                </select>
              </label>
            ))}
            <label className="field">
              <span>{words.from}</span>
              <input name="from" type="date" defaultValue={from ?? ""} className="input" />
            </label>
          </div>
        </details>
      </form>
    </search>
  );
}
