"use client";

import { type RefObject, useEffect, useEffectEvent } from "react";

/**
 * A second tap on a name takes back what the first did, as far as that is the last change; a double tap is meant as one.
 * What the keyboard does is done by the radio buttons that the name labels.
 */
export function useSecondTap(
  name: RefObject<HTMLElement | null>,
  marked: boolean,
  takeBack: () => void,
): void {
  const onTap = useEffectEvent((event: MouseEvent) => {
    if (event.detail > 1) event.preventDefault();
    else if (marked) {
      event.preventDefault();
      takeBack();
    }
  });
  useEffect(() => {
    const label = name.current;
    const listener = (event: MouseEvent) => onTap(event);
    label?.addEventListener("click", listener);
    return () => label?.removeEventListener("click", listener);
  }, [name]);
}
