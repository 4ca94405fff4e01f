import { expect, test } from "vitest";
import { toCsv } from "./csv.ts";

test("CSV quotes what needs it, keeps numbers, and disarms what a spreadsheet would run", () => {
  const rows = [
    { name: 'Chair "Oak", large', sum: "-12.50" },
    { name: "=1+1", sum: "3" },
  ];
  const csv = toCsv(
    [
      { header: "Name", text: (row: (typeof rows)[number]) => row.name },
      { header: "Sum", text: (row) => row.sum },
    ],
    rows,
  );
  expect(csv).toBe('\uFEFFName,Sum\r\n"Chair ""Oak"", large",-12.50\r\n\'=1+1,3\r\n');
});
