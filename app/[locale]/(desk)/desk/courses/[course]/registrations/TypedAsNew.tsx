"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { useFormContext } from "react-hook-form";

/** The fields of somebody new: whoever types in them means somebody new, and no longer the person that was chosen above. */
export function TypedAsNew({ children }: { children: ReactNode }) {
  const { getValues, setValue } = useFormContext();
  const part = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const fields = part.current;
    const onTyped = ({ target }: Event) => {
      if (target instanceof HTMLInputElement && target.value.trim() !== "" && getValues("personId"))
        setValue("personId", "", { shouldDirty: true });
    };
    fields?.addEventListener("input", onTyped);
    return () => fields?.removeEventListener("input", onTyped);
  }, [getValues, setValue]);
  return (
    <div ref={part} className="grid gap-5">
      {children}
    </div>
  );
}
