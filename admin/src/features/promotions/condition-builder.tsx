import { FolderPlus, Plus, X } from "lucide-react";
import type { Condition, Group, Leaf } from "@shopwright/server/contracts/promotions";
import { usePromotionText } from "../../locales/promotions.ts";
import { Button } from "../../ui/button.tsx";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { LeafFields } from "./leaf-fields.tsx";
import { blankLeaf, isGroup, leafKinds } from "./promotion-draft.ts";
import type { Teller } from "./sentence.ts";

/** Groups within groups, as deep as the shop keeps them. */
const deepest = 3;

/** Conditions as a tree: each group says how its parts belong together. */
export function ConditionBuilder({
  group,
  onChange,
  onRemove,
  teller,
  depth = 1,
}: {
  readonly group: Group;
  readonly onChange: (group: Group) => void;
  readonly onRemove?: () => void;
  readonly teller: Teller;
  readonly depth?: number;
}) {
  const words = usePromotionText().group;
  const put = (at: number, part: Condition): void =>
    onChange({ ...group, of: group.of.with(at, part) });
  const drop = (at: number): void => onChange({ ...group, of: group.of.toSpliced(at, 1) });
  const add = (part: Condition): void => onChange({ ...group, of: [...group.of, part] });
  return (
    <div
      className={
        depth > 1 ? "grid gap-3 rounded-lg border border-line-strong/60 p-3" : "grid gap-3"
      }
    >
      {(group.of.length > 1 || depth > 1 || group.kind !== "all") && (
        <div className="flex items-start gap-2">
          <div className="min-w-0 flex-1">
            <SegmentedField
              label={words.label}
              value={group.kind}
              choices={(["all", "any", "none"] as const).map((value) => ({
                value,
                label: words[value],
              }))}
              onChange={(kind) => onChange({ ...group, kind })}
            />
          </div>
          {onRemove && (
            <Button variant="ghost" icon={X} aria-label={words.removeGroup} onClick={onRemove} />
          )}
        </div>
      )}
      {group.of.length === 0 && <p className="text-muted">{words.empty}</p>}
      {group.of.map((part, at) =>
        isGroup(part) ? (
          <ConditionBuilder
            // The parts have no names; a part taken out takes its fields along.
            key={`${group.of.length} ${at}`}
            group={part}
            depth={depth + 1}
            teller={teller}
            onChange={(next) => put(at, next)}
            onRemove={() => drop(at)}
          />
        ) : (
          <LeafRow
            key={`${group.of.length} ${at}`}
            leaf={part}
            teller={teller}
            onChange={(next) => put(at, next)}
            onRemove={() => drop(at)}
          />
        ),
      )}
      <div className="flex flex-wrap gap-2">
        <Button icon={Plus} onClick={() => add(blankLeaf("coupon"))}>
          {words.add}
        </Button>
        {depth < deepest && (
          <Button variant="ghost" icon={FolderPlus} onClick={() => add({ kind: "any", of: [] })}>
            {words.addGroup}
          </Button>
        )}
      </div>
    </div>
  );
}

function LeafRow({
  leaf,
  onChange,
  onRemove,
  teller,
}: {
  readonly leaf: Leaf;
  readonly onChange: (leaf: Leaf) => void;
  readonly onRemove: () => void;
  readonly teller: Teller;
}) {
  const words = usePromotionText();
  return (
    <div className="grid gap-3 rounded-lg bg-sunken/60 p-3">
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <SelectField
            label={words.kind}
            bare
            value={leaf.kind}
            choices={leafKinds.map((value) => ({ value, label: words.conditions[value] }))}
            onChange={(kind) => kind !== "" && kind !== leaf.kind && onChange(blankLeaf(kind))}
          />
        </div>
        <Button variant="ghost" icon={X} aria-label={words.group.remove} onClick={onRemove} />
      </div>
      <LeafFields leaf={leaf} onChange={onChange} teller={teller} />
    </div>
  );
}
