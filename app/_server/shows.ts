import { unstable_cache } from "next/cache";

/**
 * Says of a kept page what it shows, by the tags that events name (`pagesTouchedBy`): when one of them happens, in
 * whichever process, the page is made anew. Nothing is kept but the tags.
 */
export const shows = (...tags: string[]): Promise<null> =>
  unstable_cache(async () => null, ["shows", ...tags], { tags, revalidate: 60 })();
