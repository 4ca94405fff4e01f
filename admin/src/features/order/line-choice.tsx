import type { DeskOrderView } from "@shopwright/server/contracts/desk";
import { QuantityField } from "../../ui/quantity-field.tsx";

type Line = DeskOrderView["lines"][number];

/** Units chosen by line id; a line that is not in it has none. */
export type ChosenUnits = Readonly<Record<string, number>>;

export function unitsOf(chosen: ChosenUnits): number {
  return Object.values(chosen).reduce((sum, units) => sum + units, 0);
}

/** As the endpoints take them: lines with at least one unit. */
export function chosenLines(chosen: ChosenUnits): { orderLineId: string; quantity: number }[] {
  return Object.entries(chosen)
    .filter(([, quantity]) => quantity > 0)
    .map(([orderLineId, quantity]) => ({ orderLineId, quantity }));
}

/** How many units of each line, up to what is possible. */
export function LineChoice({
  lines,
  most,
  note,
  chosen,
  onChange,
}: {
  readonly lines: readonly Line[];
  readonly most: (line: Line) => number;
  readonly note: (line: Line) => string;
  readonly chosen: ChosenUnits;
  readonly onChange: (chosen: ChosenUnits) => void;
}) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line">
      {lines
        .filter((line) => most(line) > 0)
        .map((line) => (
          <li key={line.id} className="flex items-center gap-3 px-3 py-2">
            <div className="min-w-0 flex-1">
              <p className="truncate font-medium">
                {line.title}
                {line.options !== "" && (
                  <span className="font-normal text-muted"> · {line.options}</span>
                )}
              </p>
              <p className="nums text-[0.8125rem] text-muted">{note(line)}</p>
            </div>
            <QuantityField
              name={line.title}
              value={chosen[line.id] ?? 0}
              max={most(line)}
              onChange={(units) => onChange({ ...chosen, [line.id]: units })}
            />
          </li>
        ))}
    </ul>
  );
}
