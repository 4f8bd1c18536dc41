"use client";

import Link from "next/link";
import { useState } from "react";

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
  const [kept, setKept] = useState(false);
  return (
    <div className="roll-new">
      <Link
        href={href}
        prefetch={false}
        className="button"
        onClick={(event) => {
          if (navigator.onLine) return;
          event.preventDefault();
          setKept(true);
        }}
      >
        {label}
      </Link>
      <p role="status" className="quiet">
        {kept ? needsNetwork : null}
      </p>
    </div>
  );
}
