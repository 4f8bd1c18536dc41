"use client";

import { type ReactNode, useRef } from "react";
import { useDock } from "@/app/_ui/kit/dock";

/** The bar below on a phone: what floats stands above it, and what has the focus is scrolled clear of it. */
export function PhoneDock({ label, children }: { label: string; children: ReactNode }) {
  const bar = useRef<HTMLElement>(null);
  useDock(bar);
  return (
    <nav ref={bar} aria-label={label} className="desk-bar">
      {children}
    </nav>
  );
}
