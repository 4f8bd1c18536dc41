"use client";

import type { ReactNode } from "react";
import { useWatch } from "react-hook-form";
import { useInBrowser } from "./useInBrowser";

/**
 * A part of a form that belongs to one answer of another field, out of the way while the answer is another. Without
 * JavaScript it is there, and its words say for which answer it is.
 */
export function ShownWhen({
  field,
  is,
  children,
  ...props
}: {
  field: string;
  is: string;
  children: ReactNode;
  className?: string;
  lang?: string;
  dir?: "ltr" | "rtl";
}) {
  const said = useWatch({ name: field });
  return (
    <div {...props} hidden={useInBrowser() && said !== is}>
      {children}
    </div>
  );
}
