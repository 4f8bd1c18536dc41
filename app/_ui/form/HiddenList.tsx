"use client";

import { useLayoutEffect } from "react";
import { useFormContext } from "react-hook-form";
import { useFrame } from "./frame";

/** Several keys of one name. */
export function HiddenList({ name, values }: { name: string; values: readonly (string | number)[] }) {
  const { register, setValue } = useFormContext();
  const { unkept } = useFrame();
  unkept.add(name);
  register(name);
  useLayoutEffect(() => setValue(name, values.map(String)), [setValue, name, values]);
  return values.map((value) => <input key={value} type="hidden" name={`${name}[]`} value={value} readOnly />);
}
