import { useState } from "react";
import type { UseMutationResult } from "@tanstack/react-query";
import { useUiText } from "../locales/ui.ts";
import { Button } from "./button.tsx";
import { CheckField } from "./check-field.tsx";
import { Dialog } from "./dialog.tsx";
import { Form } from "./form.tsx";
import { TextField } from "./text-field.tsx";

interface Meant {
  readonly name: string;
  readonly shared: boolean;
}

interface ViewDialogProps<Input> {
  readonly title: string;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** The view as it is; absent for a new one. */
  readonly of?: Meant;
  readonly deed: Pick<
    UseMutationResult<unknown, Error, Input>,
    "mutate" | "error" | "isPending" | "reset"
  >;
  readonly inputOf: (meant: Meant) => Input;
}

/** Asks what a view is called and whom it is for. */
export function ViewDialog<Input>({ open, onOpenChange, title, ...rest }: ViewDialogProps<Input>) {
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!next) rest.deed.reset();
        onOpenChange(next);
      }}
      title={title}
    >
      <ViewForm {...rest} />
    </Dialog>
  );
}

function ViewForm<Input>({
  of,
  deed,
  inputOf,
}: Pick<ViewDialogProps<Input>, "of" | "deed" | "inputOf">) {
  const words = useUiText();
  const [name, setName] = useState(of?.name ?? "");
  const [shared, setShared] = useState(of?.shared ?? false);
  const empty = name.trim() === "";
  return (
    <Form
      error={deed.error}
      onSubmit={() => {
        if (!empty && !deed.isPending) deed.mutate(inputOf({ name: name.trim(), shared }));
      }}
      buttons={
        <Button type="submit" variant="primary" busy={deed.isPending} disabled={empty}>
          {words.save}
        </Button>
      }
    >
      <TextField
        label={words.viewName}
        name="name"
        value={name}
        onChange={setName}
        maxLength={40}
        focusFirst
      />
      <CheckField
        label={words.shareView}
        hint={words.shareViewHint}
        checked={shared}
        onChange={setShared}
      />
    </Form>
  );
}
