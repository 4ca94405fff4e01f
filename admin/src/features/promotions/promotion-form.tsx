import { locales } from "@shopwright/server/kernel/locale";
import { usePromotionText } from "../../locales/promotions.ts";
import { CheckField } from "../../ui/check-field.tsx";
import { Panel } from "../../ui/page.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { NumberField } from "../settings/number-field.tsx";
import { ActionFields } from "./action-fields.tsx";
import { AmountsField } from "./amounts-field.tsx";
import { DaysField, MarketsField } from "./choices-fields.tsx";
import { ConditionBuilder } from "./condition-builder.tsx";
import { localTimeOf, minuteOf, momentOf } from "./local-time.ts";
import type { PromotionDraft } from "./promotion-draft.ts";
import { clock, sayPromotion } from "./sentence.ts";
import { useTeller } from "./use-names.ts";

interface FormProps {
  readonly draft: PromotionDraft;
  readonly onChange: (draft: PromotionDraft) => void;
}

/** Everything that makes a promotion, with a sentence that says it back while it is edited. */
export function PromotionForm({ draft, onChange }: FormProps) {
  const words = usePromotionText();
  const teller = useTeller([draft.rule]);
  const { rule } = draft;
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="grid gap-4">
        <div className="sticky top-0 z-10 xl:hidden">
          <Sentence text={sayPromotion(draft, teller)} />
        </div>
        <Names draft={draft} onChange={onChange} />
        <Panel title={words.gives}>
          <ActionFields
            action={rule.action}
            teller={teller}
            onChange={(action) => onChange({ ...draft, rule: { ...rule, action } })}
          />
        </Panel>
        <Panel title={words.asks}>
          <p className="mb-3 text-[0.8125rem] text-muted">{words.asksHint}</p>
          <ConditionBuilder
            group={rule.condition}
            teller={teller}
            onChange={(group) =>
              onChange({
                ...draft,
                // The builder keeps to the depth that the shape of a rule allows.
                rule: { ...rule, condition: group as typeof rule.condition },
              })
            }
          />
        </Panel>
      </div>
      <div className="grid gap-4 xl:sticky xl:top-4">
        <div className="hidden xl:block">
          <Sentence text={sayPromotion(draft, teller)} />
        </div>
        <When draft={draft} onChange={onChange} />
        <Limits draft={draft} onChange={onChange} />
        <Together draft={draft} onChange={onChange} />
      </div>
    </div>
  );
}

function Sentence({ text }: { readonly text: string }) {
  const words = usePromotionText();
  return (
    <div className="rounded-xl border border-accent/40 bg-accent-soft px-4 py-3" aria-live="polite">
      <p className="text-[0.8125rem] text-muted">{words.inWords}</p>
      <p className="font-medium break-words">{text}</p>
    </div>
  );
}

function Names({ draft, onChange }: FormProps) {
  const words = usePromotionText();
  return (
    <Panel title={words.names}>
      <div className="grid gap-3 sm:grid-cols-2">
        {locales.map((each) => (
          <TextField
            key={each}
            label={words.nameIn(words.languages[each])}
            name={`names.${each}`}
            optional={each !== "en"}
            maxLength={80}
            value={draft.names[each] ?? ""}
            onChange={(name) => onChange({ ...draft, names: { ...draft.names, [each]: name } })}
          />
        ))}
      </div>
      <p className="mt-1 text-[0.8125rem] text-muted">{words.nameHint}</p>
    </Panel>
  );
}

function When({ draft, onChange }: FormProps) {
  const words = usePromotionText();
  return (
    <Panel title={words.when}>
      <div className="grid gap-4">
        <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-1 2xl:grid-cols-2">
          {(["startsAt", "endsAt"] as const).map((end) => (
            <TextField
              key={end}
              type="datetime-local"
              optional
              label={words[end]}
              name={end}
              value={localTimeOf(draft[end])}
              onChange={(typed) => onChange({ ...draft, [end]: momentOf(typed) })}
            />
          ))}
        </div>
        <div className="grid gap-3 sm:grid-cols-2">
          {(["fromMinute", "toMinute"] as const).map((end) => (
            <TextField
              key={end}
              type="time"
              optional
              label={end === "fromMinute" ? words.fromTime : words.toTime}
              name={end}
              value={draft[end] === null ? "" : clock(draft[end] % 1440)}
              onChange={(typed) => {
                const minute = minuteOf(typed);
                // Midnight as an end is the end of the day.
                const put = end === "toMinute" && minute === 0 ? 1440 : minute;
                onChange({ ...draft, [end]: put });
              }}
            />
          ))}
        </div>
        <DaysField
          days={draft.weekdays}
          hint={words.weekdaysHint}
          onChange={(weekdays) => onChange({ ...draft, weekdays })}
        />
        <MarketsField
          markets={draft.markets}
          hint={words.marketsHint}
          onChange={(markets) => onChange({ ...draft, markets })}
        />
      </div>
    </Panel>
  );
}

function Limits({ draft, onChange }: FormProps) {
  const words = usePromotionText();
  return (
    <Panel title={words.limits}>
      <div className="grid gap-3">
        <div className="grid gap-3 sm:grid-cols-2">
          {(["maxUses", "maxPerPerson"] as const).map((limit) => (
            <NumberField
              key={limit}
              label={words[limit]}
              name={limit}
              hint={words.noLimit}
              optional
              value={draft[limit]}
              onChange={(value) => onChange({ ...draft, [limit]: value === 0 ? null : value })}
            />
          ))}
        </div>
        <AmountsField
          label={words.budget}
          name="budgets"
          hint={words.noLimit}
          amounts={draft.budgets}
          onChange={(budgets) => onChange({ ...draft, budgets })}
        />
      </div>
    </Panel>
  );
}

const lanes = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;

function Together({ draft, onChange }: FormProps) {
  const words = usePromotionText();
  return (
    <Panel title={words.together}>
      <div className="grid gap-3">
        <div className="grid gap-3 sm:grid-cols-2">
          <SelectField
            label={words.lane}
            name="lane"
            hint={words.laneHint}
            value={String(draft.lane)}
            choices={lanes.map((value) => ({ value, label: value }))}
            onChange={(lane) => lane !== "" && onChange({ ...draft, lane: Number(lane) })}
          />
          <NumberField
            label={words.priority}
            name="priority"
            hint={words.priorityHint}
            value={draft.priority}
            onChange={(priority) => onChange({ ...draft, priority: priority ?? 0 })}
          />
        </div>
        <CheckField
          label={words.combinable}
          hint={words.combinableHint}
          checked={draft.combinable}
          onChange={(combinable) => onChange({ ...draft, combinable })}
        />
      </div>
    </Panel>
  );
}
