import { UserPlus, Users } from "lucide-react";
import { useState } from "react";
import { listStaff } from "@shopwright/server/contracts/identity";
import type { StaffView } from "@shopwright/server/contracts/identity";
import { useRead } from "../../api/use-read.ts";
import { useMe } from "../../app/session.tsx";
import { useStaffText } from "../../locales/staff.ts";
import { Button } from "../../ui/button.tsx";
import type { Column } from "../../ui/column.ts";
import { DataTable, wholeList } from "../../ui/data-table.tsx";
import { DateTime } from "../../ui/date-time.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page, Panel } from "../../ui/page.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { ChangeStaffDialog } from "./change-staff-dialog.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { RolesTable } from "./roles-table.tsx";
import { StaffDeeds } from "./staff-deeds.tsx";

const tones = { invited: "info", active: "good", deactivated: "neutral" } as const;

/** Who works here, and what each role may do. */
export default function StaffPage() {
  const words = useStaffText();
  const list = wholeList(useRead(listStaff, {}));
  const [inviting, setInviting] = useState(false);
  const [changing, setChanging] = useState<StaffView | null>(null);
  const columns = useColumns(setChanging);
  return (
    <Page
      title={words.title}
      actions={
        <Button variant="primary" icon={UserPlus} onClick={() => setInviting(true)}>
          {words.invite}
        </Button>
      }
    >
      <Panel flush>
        <DataTable
          label={words.title}
          list={list}
          columns={columns}
          rowId={(row) => row.id}
          rowName={(row) => row.name}
          card={(row) => <StaffCard row={row} columns={columns} />}
          empty={<EmptyState icon={Users} title={words.none} />}
        />
      </Panel>
      <RolesTable />
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
      {changing && <ChangeStaffDialog person={changing} onClose={() => setChanging(null)} />}
    </Page>
  );
}

function useColumns(onChange: (person: StaffView) => void): readonly Column<StaffView>[] {
  const words = useStaffText();
  const me = useMe();
  const { columns } = words;
  return [
    {
      id: "name",
      header: columns.name,
      grow: true,
      sort: (row) => row.name,
      cell: (row) => (
        <span className="block min-w-0">
          <span className="flex items-center gap-2 font-medium">
            {row.name}
            {row.id === me.id && <StatusBadge>{words.you}</StatusBadge>}
          </span>
          <span className="block truncate text-[0.8125rem] text-muted">{row.email}</span>
        </span>
      ),
    },
    {
      id: "role",
      header: columns.role,
      sort: (row) => row.role,
      cell: (row) => words.roles[row.role],
    },
    {
      id: "state",
      header: columns.state,
      cell: (row) => <StatusBadge tone={tones[row.state]}>{words.states[row.state]}</StatusBadge>,
    },
    {
      id: "factor",
      header: columns.factor,
      from: "lg",
      cell: (row) => (row.secondFactor ? words.on : words.off),
    },
    {
      id: "seen",
      header: columns.seen,
      from: "lg",
      cell: (row) => (row.lastSeenAt === null ? words.never : <DateTime at={row.lastSeenAt} />),
    },
    {
      id: "deeds",
      header: "",
      cell: (row) => row.id !== me.id && <StaffDeeds person={row} onChange={() => onChange(row)} />,
    },
  ];
}

function StaffCard({
  row,
  columns,
}: {
  readonly row: StaffView;
  readonly columns: readonly Column<StaffView>[];
}) {
  const cell = (id: string) => columns.find((column) => column.id === id)?.cell(row);
  return (
    <div className="flex items-start gap-2">
      <span className="grid min-w-0 flex-1 gap-1">
        {cell("name")}
        <span className="flex flex-wrap items-center gap-2 text-[0.8125rem]">
          {cell("role")}
          {cell("state")}
        </span>
      </span>
      {cell("deeds")}
    </div>
  );
}
