"use client";

import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
import { renameViewSchema, saveViewSchema, viewSchema } from "@/lib/views/schema";
import { deleteView, renameView, restoreView, saveView } from "./actions";

/** Saves the list as it is as a view. */
export const SaveViewForm = (props: FormProps) => (
  <CheckedForm schema={saveViewSchema} action={saveView} resets {...props} />
);

/** Gives a view another name. */
export const RenameViewForm = (props: FormProps) => (
  <CheckedForm schema={renameViewSchema} action={renameView} {...props} />
);

/** Deletes a view. */
export const DeleteViewForm = (props: FormProps) => (
  <CheckedForm schema={viewSchema} action={deleteView} {...props} />
);

/** Puts back a view that was deleted. */
export const RestoreViewForm = (props: FormProps) => (
  <CheckedForm schema={viewSchema} action={restoreView} {...props} />
);
