"use client";

import { useTranslations } from "next-intl";
import { CheckField, TextField } from "@/app/_ui/form/fields";
import { Rows } from "@/app/_ui/form/rows";
import { newRoom } from "./newRoom";

/** The rooms of a venue as rows. One that is there is retired, not taken out: sessions may rest on it. */
export function RoomRows() {
  const t = useTranslations("rows.rooms");
  const rows = useTranslations("rows");
  return (
    <Rows
      name="rooms"
      blank={newRoom}
      label={t("rooms")}
      rowName={(number) => t("room", { number })}
      most={80}
      staysOnceKept
    >
      {({ field, index, kept }) => (
        <fieldset className="fields fields-3 border-t border-line pt-2">
          <legend className="sr-only">{t("room", { number: index + 1 })}</legend>
          <TextField name={field("name")} label={kept ? t("name") : t("newRoom")} />
          <TextField
            name={field("seats")}
            label={t("seats")}
            optional={rows("optional")}
            inputMode="numeric"
            dir="ltr"
          />
          {kept ? <CheckField name={field("retired")} label={t("retired")} /> : null}
        </fieldset>
      )}
    </Rows>
  );
}
