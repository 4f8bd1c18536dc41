import { useTranslations } from "next-intl";
import { SelectField, TextField } from "@/app/_ui/form/fields";
import { type Gate, type GateGroup, gateGroups, gateKinds } from "@/lib/stages/rules/gates";

/** A field for each gate, in groups; what is not set is empty, and has to be said. */
export function GateFields() {
  const t = useTranslations("gates");
  return (Object.keys(gateGroups) as GateGroup[]).map((group) => (
    <fieldset key={group} className="grid gap-4 sm:grid-cols-2 items-end">
      <legend className="font-semibold mb-2">{t(`group.${group}`)}</legend>
      {gateGroups[group].map((gate) => (
        <GateField key={gate} gate={gate} />
      ))}
    </fieldset>
  ));
}

function GateField({ gate }: { gate: Gate }) {
  const t = useTranslations("gates");
  const kind = gateKinds[gate];
  if (kind === "flag")
    return (
      <SelectField
        name={gate}
        label={t(`name.${gate}`)}
        empty={t("notSet")}
        options={[
          { value: "yes", label: t("yes") },
          { value: "no", label: t("no") },
        ]}
      />
    );
  return (
    <TextField
      name={gate}
      label={t(`name.${gate}`)}
      hint={kind[0] === 0 ? t("zero") : undefined}
      inputMode={gate === "passMark" ? "decimal" : "numeric"}
    />
  );
}
