"use client";

import { useEffect, useRef } from "react";
import { ErrorLine, useField } from "@/app/_ui/Form";
import { Written } from "@/app/_ui/Written";

export type OfferedTool = {
  /** The key of the version. */
  id: string;
  /** What one box for all of it says, what it is called when read back, and by itself. */
  whole: string;
  name: string;
  title: string;
  /** Its country or version where it is not the only one. */
  note: string;
  modules: { id: string; name: string }[];
};

/** Makes the box for all modules of a version say whether all are ticked. */
function follow(group: Element) {
  const whole = group.querySelector<HTMLInputElement>('input[name="wholeIds"]');
  const boxes = [...group.querySelectorAll<HTMLInputElement>('input[name="moduleIds"]')];
  if (whole) whole.checked = boxes.every((box) => box.checked);
}

/**
 * Tools with their modules: all modules of one by one box, single ones below it. Without JavaScript both kinds of box are
 * sent, and the server takes whatever either of them names.
 */
export function ToolFields({
  label,
  single,
  tools,
}: {
  label: string;
  single: string;
  tools: OfferedTool[];
}) {
  const modules = useField("moduleIds", null, label);
  const wholes = useField("wholeIds", null);
  const chosen = (value: string | string[] | undefined) => (Array.isArray(value) ? value : [value ?? ""]);
  const place = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    for (const group of place.current?.querySelectorAll("[data-tool]") ?? []) {
      const whole = group.querySelector<HTMLInputElement>('input[name="wholeIds"]');
      if (whole?.checked)
        for (const box of group.querySelectorAll<HTMLInputElement>('input[name="moduleIds"]'))
          box.checked = true;
      else follow(group);
    }
  }, []);
  const { id, ...props } = modules.props;
  const box = "mt-1 size-5 shrink-0 accent-accent";
  return (
    <fieldset
      ref={place}
      className="scroll-mt-4 grid gap-2"
      aria-describedby={props["aria-describedby"]}
      onChange={({ target }) => {
        if (!(target instanceof HTMLInputElement)) return;
        const group = target.closest("[data-tool]");
        if (target.name === "wholeIds")
          for (const one of group?.querySelectorAll<HTMLInputElement>('input[name="moduleIds"]') ?? [])
            one.checked = target.checked;
        else if (group) follow(group);
      }}
    >
      <legend className="font-semibold mb-1">{label}</legend>
      <ErrorLine id={id} error={modules.error} />
      {tools.map((tool, i) => {
        const ids = tool.modules.map((m) => m.id);
        const some = ids.filter((m) => chosen(modules.value).includes(m)).length;
        const first = i === 0 ? id : undefined;
        return (
          <div key={tool.id} data-tool className="card grid gap-1">
            {ids.length === 1 ? (
              <label className="flex gap-2 items-start min-h-11 py-2">
                <input
                  {...props}
                  id={first}
                  type="checkbox"
                  value={ids[0]}
                  data-short={tool.name}
                  defaultChecked={some === 1}
                  className={box}
                />
                <span>
                  <Written className="font-semibold">{tool.title}</Written>
                  <span className="quiet block">{tool.note}</span>
                </span>
              </label>
            ) : (
              <>
                <label className="flex gap-2 items-start min-h-11 py-2">
                  <input
                    {...wholes.props}
                    id={first}
                    type="checkbox"
                    value={tool.id}
                    data-short={tool.name}
                    defaultChecked={chosen(wholes.value).includes(tool.id)}
                    className={box}
                  />
                  <span>
                    <span className="font-semibold">{tool.whole}</span>
                    <span className="quiet block">{tool.note}</span>
                  </span>
                </label>
                <details open={some > 0 && some < ids.length ? true : undefined}>
                  <summary className="min-h-11 content-center quiet">{single}</summary>
                  {tool.modules.map((m) => (
                    <label key={m.id} className="flex gap-2 items-start min-h-11 py-2">
                      <input
                        {...props}
                        type="checkbox"
                        value={m.id}
                        data-group={tool.id}
                        defaultChecked={chosen(modules.value).includes(m.id)}
                        className={box}
                      />
                      <Written>{m.name}</Written>
                    </label>
                  ))}
                </details>
              </>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
