"use client";

import Link from "next/link";
import { useSyncExternalStore } from "react";

function subscribe(listener: () => void) {
  addEventListener("online", listener);
  addEventListener("offline", listener);
  return () => {
    removeEventListener("online", listener);
    removeEventListener("offline", listener);
  };
}

/** The way to register somebody at the door. Without a network nobody leaves the roll by it: it could not be come back to. */
export function SomebodyNew({
  href,
  label,
  needsNetwork,
}: {
  href: string;
  label: string;
  needsNetwork: string;
}) {
  const online = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  return (
    <div className="flex flex-wrap gap-x-3 gap-y-1 items-center">
      <Link
        href={href}
        prefetch={false}
        className="button"
        aria-disabled={!online}
        onClick={(event) => {
          if (!navigator.onLine) event.preventDefault();
        }}
      >
        {label}
      </Link>
      <p role="status" className="quiet empty:hidden">
        {online ? null : needsNetwork}
      </p>
    </div>
  );
}
