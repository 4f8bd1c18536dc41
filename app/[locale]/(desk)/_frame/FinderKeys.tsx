"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;
const onMac = () => /Mac|iPhone|iPad/.test(navigator.platform);

/** The keys that open the search, as this device calls them. */
export function FinderKeys({ other, mac }: { other: string; mac: string }) {
  const isMac = useSyncExternalStore(never, onMac, () => false);
  return (
    <kbd aria-hidden>
      <bdi>{isMac ? mac : other}</bdi>
    </kbd>
  );
}
