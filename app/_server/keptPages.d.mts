/** Next's own cache of pages, which also asks whether what a page shows was changed. Loaded by Next, and by a test. */
export default class KeptPages {
  constructor(settings: { maxMemoryCacheSize: number; flushToDisk: boolean; revalidatedTags: string[] });
  get(key: string, context: object): Promise<{ value: unknown; lastModified?: number } | null>;
  set(key: string, page: object | null, context: object): Promise<void>;
  revalidateTag(tags: string | string[], durations?: object): Promise<void>;
}
