import { changeMail, getAllSettings } from "@shopwright/server/contracts/settings";
import type { SettingView } from "@shopwright/server/contracts/settings";
import { useAction } from "../../api/use-action.ts";
import { useSettingText } from "../../locales/settings.ts";
import { TextAreaField, TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { AreaForm, useAreaDraft } from "./area-form.tsx";
import type { Saved } from "./area-form.tsx";

export function MailSettings({
  saved,
  readOnly,
}: {
  readonly saved: Saved<SettingView<"mail">>;
  readonly readOnly: boolean;
}) {
  const words = useSettingText();
  const text = words.mail;
  const draft = useAreaDraft("mail", saved);
  const save = useAction(changeMail, {
    changes: [getAllSettings],
    onDone: () => {
      draft.drop();
      toast(words.saved, { tone: "good" });
    },
  });
  return (
    <AreaForm
      title={text.title}
      draft={draft}
      action={save}
      readOnly={readOnly}
      onSave={() => save.mutate({ body: { version: draft.version, value: draft.value } })}
    >
      <div className="grid max-w-lg gap-4">
        <TextField
          label={text.sender}
          name="value.senderName"
          hint={text.senderHint}
          value={draft.value.senderName}
          onChange={(senderName) => draft.put({ ...draft.value, senderName })}
        />
        <TextAreaField
          label={text.signature}
          name="value.signature"
          value={draft.value.signature}
          onChange={(signature) => draft.put({ ...draft.value, signature })}
        />
        <p className="text-muted">{text.server}</p>
      </div>
    </AreaForm>
  );
}
