/** A search within a list; it lives in the address. */
export function SearchForm({ label, find, q }: { label: string; find: string; q: string | null }) {
  return (
    <search>
      <form className="flex gap-3 items-end mb-4 max-w-xl">
        <label className="grid gap-1 grow">
          <span className="text-sm font-semibold">{label}</span>
          <input name="q" type="search" dir="auto" defaultValue={q ?? ""} className="input" />
        </label>
        <button type="submit" className="button">
          {find}
        </button>
      </form>
    </search>
  );
}
