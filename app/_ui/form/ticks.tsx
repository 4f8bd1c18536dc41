"use client";

import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
} from "react";
import { useFormContext, useWatch } from "react-hook-form";
import type { Said } from "@/app/_actions/readPost";
import { useFrame } from "./frame";
import { asText } from "./useField";

const listOf = (said: Said): string[] =>
  Array.isArray(said)
    ? said.map(asText)
    : said === undefined || said === null || said === ""
      ? []
      : [asText(said)];

/** What is ticked of a group of boxes, for whatever counts or shows it. */
export const useTicked = (name: string): string[] => listOf(useWatch({ name }));

type Group = {
  name: string;
  ticked: ReadonlySet<string>;
  put: (values: readonly string[], on: boolean) => void;
};

/**
 * A group of boxes as one value of the form: a list, also where one or none is ticked.
 * @returns its boxes are drawn with `Tick`; `put` ticks some of them or takes their ticks away.
 */
export function useTicks(name: string): Group {
  const { register, setValue, unregister } = useFormContext();
  const value = useWatch({ name });
  const here = useRef(true);
  // A value without a field of its own: it comes and goes with its group.
  useEffect(() => {
    here.current = true;
    register(name);
    return () => {
      here.current = false;
      unregister(name);
    };
  }, [name, register, unregister]);
  /** The newest list: several boxes may change before it is drawn. */
  const list = useRef<string[]>([]);
  list.current = listOf(value as Said);
  return useMemo(
    () => ({
      name,
      ticked: new Set(listOf(value as Said)),
      put: (values: readonly string[], on: boolean) => {
        const others = list.current.filter((one) => !values.includes(one));
        list.current = on ? [...others, ...values] : others;
        if (here.current) setValue(name, list.current);
      },
    }),
    [name, value, setValue],
  );
}

const GroupContext = createContext<Group | null>(null);

/** Boxes of one name, wherever they stand in it. */
export function Ticks({ name, children }: { name: string; children: ReactNode }) {
  return <GroupContext value={useTicks(name)}>{children}</GroupContext>;
}

/** The group around a part of a form. */
export const useTicksAround = (): Group => useContext(GroupContext) ?? noGroup();

/** One box of the group around it, or of `group`. */
export function Tick({
  group,
  value,
  ...props
}: Omit<React.ComponentProps<"input">, "value" | "name"> & {
  group?: Group;
  value: string;
}) {
  const around = useContext(GroupContext);
  const { name, ticked, put } = group ?? around ?? noGroup();
  const { before } = useFrame();
  const box = useRef<HTMLInputElement>(null);
  const latest = useRef(put);
  latest.current = put;
  const on = ticked.has(value);
  const first = useRef(true);
  useLayoutEffect(() => {
    // Ticked or unticked before the scripts came: taken over, not overwritten.
    if (first.current && box.current && box.current.checked !== on) {
      if (!before.has(name)) before.set(name, [...ticked]);
      latest.current([value], box.current.checked);
    }
    first.current = false;
  });
  useEffect(() => {
    const here = box.current;
    // A box that goes takes its tick with it.
    return () => {
      if (!here?.isConnected) latest.current([value], false);
    };
  }, [value]);
  return (
    <input
      {...props}
      ref={box}
      type="checkbox"
      name={`${name}[]`}
      value={value}
      checked={on}
      onChange={({ target }) => put([value], target.checked)}
    />
  );
}

const noGroup = (): never => {
  throw new Error("a box to tick stands in a group");
};
