import { Command } from "cmdk";
import { ChevronsUpDown } from "lucide-react";
import { Popover } from "radix-ui";
import { useState } from "react";
import { useUiText } from "../locales/ui.ts";
import { Field } from "./field.tsx";
import type { FieldLook } from "./field.tsx";
import type { Choice } from "./select-field.tsx";

/** Chooses one of many by typing. With `onSearch` the page fetches the choices for what is typed. */
export function Combobox({
  value,
  choices,
  onChange,
  onSearch,
  chosenLabel,
  disabled = false,
  ...look
}: FieldLook & {
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
  readonly onSearch?: (typed: string) => void;
  /** What the chosen one is called, when it may not be among `choices`. */
  readonly chosenLabel?: string;
  readonly disabled?: boolean;
}) {
  const words = useUiText();
  const [open, setOpen] = useState(false);
  const [marked, setMarked] = useState("");
  // Choices that come from the shop replace each other: the first is marked, so that Enter takes it.
  const current = choices.some((choice) => choice.value === marked)
    ? marked
    : (choices[0]?.value ?? "");
  const chosen = chosenLabel ?? choices.find((choice) => choice.value === value)?.label;
  return (
    <Field {...look}>
      {(control) => (
        <Popover.Root open={open} onOpenChange={setOpen}>
          <Popover.Trigger asChild>
            <button
              id={control.id}
              type="button"
              aria-describedby={control["aria-describedby"]}
              disabled={disabled}
              className="field-box flex items-center gap-2 text-left"
            >
              <span className={chosen === undefined ? "flex-1 text-muted" : "flex-1 truncate"}>
                {chosen ?? words.choose}
              </span>
              <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted" />
            </button>
          </Popover.Trigger>
          <Popover.Portal>
            <Popover.Content
              align="start"
              sideOffset={4}
              className="appear z-[60] w-(--radix-popover-trigger-width) min-w-60 rounded-xl border border-line bg-surface shadow-raised"
            >
              <Command
                shouldFilter={onSearch === undefined}
                label={look.label}
                {...(onSearch === undefined ? {} : { value: current, onValueChange: setMarked })}
              >
                <Command.Input
                  placeholder={words.typeToFind}
                  className="w-full border-b border-line bg-transparent px-3 py-2.5 outline-none"
                  {...(onSearch === undefined ? {} : { onValueChange: onSearch })}
                />
                <Command.List className="max-h-64 overflow-y-auto p-1">
                  <Command.Empty className="px-3 py-4 text-center text-muted">
                    {words.noChoice}
                  </Command.Empty>
                  {choices.map((choice) => (
                    <Command.Item
                      key={choice.value}
                      value={choice.value}
                      keywords={[choice.label]}
                      className="flex min-h-9 cursor-pointer items-center rounded-lg px-2.5 data-[selected=true]:bg-sunken"
                      onSelect={() => {
                        onChange(choice.value);
                        setOpen(false);
                      }}
                    >
                      {choice.label}
                    </Command.Item>
                  ))}
                </Command.List>
              </Command>
            </Popover.Content>
          </Popover.Portal>
        </Popover.Root>
      )}
    </Field>
  );
}
