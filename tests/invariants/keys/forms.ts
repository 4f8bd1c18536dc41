import type { Viewer } from "../../../lib/access/table";
import type { Action, Read } from "../../support/actions";
import { as } from "../../support/as";

type Definition = {
  type: string;
  in?: Schema;
  shape?: Record<string, Schema>;
  out?: Schema;
  innerType?: Schema;
  element?: Schema;
  valueType?: Schema;
};
type Schema = Read & { _zod: { def: Definition } };

/** What a schema reads first that is not only a mending of something else. */
function readOf(schema: Schema): Definition {
  const { def } = schema._zod;
  const inner = def.in?._zod.def.type === "transform" ? def.out : (def.in ?? def.innerType);
  return inner ? readOf(inner) : def;
}

/** The object that a schema reads, whatever is done with it afterwards. */
function shapeOf(schema: Schema): Record<string, Schema> {
  const { shape } = readOf(schema);
  if (!shape) throw new Error("a form is read as something else than fields");
  return shape;
}

/** True where one of the fields is a list of rows that name a key, or is named by keys itself. */
export const hasRows = (schema: Schema): boolean =>
  Object.values(shapeOf(schema)).some((field) => {
    const { type, element, valueType } = readOf(field);
    if (type === "record") return readOf(valueType!).type === "object";
    if (type !== "array" || readOf(element!).type !== "object") return false;
    return Object.values(shapeOf(element!)).some(isKey);
  });

/** How an action reads a form, which may follow what it asks; null where it is about nothing that there is. */
export const schemaOf = (action: Action, form: Record<string, unknown>, by: Viewer): Schema | null =>
  (typeof action.schema === "function" ? action.schema(form, as(by)) : action.schema) as Schema | null;

/** A key of a row takes 7 and gives the number, but takes neither 07 nor words; so do lists of keys. */
function isKey(field: Schema): boolean {
  const one = field.safeParse("7");
  const asKey =
    one.success && one.data === 7 && !field.safeParse("07").success && !field.safeParse("x").success;
  const many = field.safeParse(["7"]);
  const asKeys =
    many.success &&
    Array.isArray(many.data) &&
    many.data[0] === 7 &&
    !field.safeParse(["07"]).success &&
    !field.safeParse(["x"]).success;
  return asKey || asKeys;
}

/** The fields of a form that name something by a key; `by` may read it. */
export const keysOf = (action: Action, by: Viewer, form: Record<string, unknown> = {}) => {
  const shape = shapeOf(schemaOf(action, form, by)!);
  return Object.keys(shape).filter(
    (name) => isKey(shape[name]!) || ["token", "slug", "serial"].includes(name),
  );
};
