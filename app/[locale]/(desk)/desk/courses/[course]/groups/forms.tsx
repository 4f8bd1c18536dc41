"use client";

import { useTranslations } from "next-intl";
import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import { NothingByEnter } from "@/app/_ui/form/enter";
import type { FormProps } from "@/app/_ui/form/Form";
import { type Option, SelectField, Submit } from "@/app/_ui/form/fields";
import { Ticks } from "@/app/_ui/form/ticks";
import { BulkBar } from "@/app/_ui/kit/ticked";
import { groupBackSchema, groupDeleteSchema, groupPeopleSchema, groupSchema } from "@/lib/groups/schema";
import { deleteGroup, groupPeople, restoreGroup, saveGroup } from "./actions";

export const GroupForm = (props: FormProps) => (
  <CheckedForm schema={groupSchema} action={saveGroup} {...props} />
);

export const GroupDeleteForm = (props: FormProps) => (
  <CheckedForm schema={groupDeleteSchema} action={deleteGroup} {...props} />
);

export const GroupBackForm = (props: FormProps) => (
  <CheckedForm schema={groupBackSchema} action={restoreGroup} {...props} />
);

/** The people of a course as a form: those ticked are put into a group together. */
export function GroupPeopleForm({ children, ...props }: FormProps) {
  const t = useTranslations("groups");
  return (
    <CheckedForm
      schema={groupPeopleSchema}
      action={groupPeople}
      resets
      result={({ moved }) => <p>{t("moved", { count: moved })}</p>}
      {...props}
    >
      <NothingByEnter />
      <Ticks name="registrationIds">{children}</Ticks>
    </CheckedForm>
  );
}

/** Into which group those ticked are put. */
export function PutTicked({ page, groups }: { page: readonly string[]; groups: Option[] }) {
  const t = useTranslations("groups");
  return (
    <BulkBar page={page} matching={page}>
      <div className="flex flex-wrap gap-3 items-end">
        {/* Another list is chosen from anew: a group that was deleted meanwhile is neither offered nor silently another one. */}
        <SelectField
          key={groups.map(({ value }) => value).join(" ")}
          onlyOffered
          name="groupId"
          label={t("into")}
          options={[...groups, { value: "", label: t("none") }]}
        />
        <Submit busy={t("saving")}>{t("put")}</Submit>
      </div>
    </BulkBar>
  );
}
