import type { Column } from "../../ui/column.ts";

/** A row of a settings list on a phone: name and state, then the named columns with their headings. */
export function SettingCard<Row>({
  row,
  columns,
  shown,
}: {
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
  readonly shown: readonly string[];
}) {
  const find = (id: string) => columns.find((column) => column.id === id);
  return (
    <div className="grid grid-cols-1 gap-1">
      <span className="flex items-start gap-2">
        <span className="min-w-0 flex-1">{find("name")?.cell(row)}</span>
        {find("state")?.cell(row)}
      </span>
      <dl className="grid gap-0.5 text-[0.8125rem]">
        {shown.map((id) => (
          <div key={id} className="flex gap-2">
            <dt className="text-muted">{find(id)?.header}</dt>
            <dd className="min-w-0">{find(id)?.cell(row)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
