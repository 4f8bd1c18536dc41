import { keptRolls } from "../../app/_server/offlineWorker";

export const origin = "https://cascade.example.org";

/** A store of a browser, as far as the worker asks it. */
export function storeOfBrowser(pages: ReadonlyMap<string, string>) {
  const stores = new Map<string, Map<string, Response>>();
  const at = (asked: string | { url: string }) =>
    new URL(typeof asked === "string" ? asked : asked.url, origin).pathname;
  const match = (kept: Map<string, Response>, asked: string | { url: string }) =>
    kept.get(at(asked))?.clone();
  const caches = {
    has: async (name: string) => stores.has(name),
    keys: async () => [...stores.keys()],
    delete: async (name: string) => stores.delete(name),
    match: async (asked: string) =>
      [...stores.values()].map((kept) => match(kept, asked)).find((found) => found !== undefined),
    open: async (name: string) => {
      const kept = stores.get(name) ?? new Map<string, Response>();
      stores.set(name, kept);
      return {
        match: async (asked: string) => match(kept, asked),
        keys: async () => [...kept.keys()].map((path) => ({ url: origin + path })),
        put: async (path: string, answer: Response) => {
          kept.delete(path);
          kept.set(path, answer);
        },
        add: async (asked: string | { url: string }) =>
          void kept.set(at(asked), new Response(pages.get(at(asked)))),
        delete: async (path: string) => kept.delete(path),
      };
    },
  };
  const rolls = () => [...(stores.get(keptRolls)?.keys() ?? [])].filter((path) => path.includes("/roll/"));
  return { caches, rolls, files: () => [...(stores.get(keptRolls)?.keys() ?? [])] };
}
