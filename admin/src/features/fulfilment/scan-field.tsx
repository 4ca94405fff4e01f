import { ScanBarcode } from "lucide-react";
import { useState } from "react";
import type { FulfilmentView } from "@shopwright/server/contracts/fulfilment";
import { useFulfilmentText } from "../../locales/fulfilment.ts";
import { cx } from "../../ui/class-names.ts";
import { playRight, playWrong } from "./scan-sounds.ts";
import { countScan } from "./work-counts.ts";
import type { Picked } from "./work-counts.ts";

/** A hand scanner types a code and Enter; each counts one unit, with a sound for right and for wrong. */
export function ScanField({
  lines,
  picked,
  onPicked,
}: {
  readonly lines: FulfilmentView["lines"];
  readonly picked: Picked;
  readonly onPicked: (picked: Picked) => void;
}) {
  const words = useFulfilmentText();
  const [code, setCode] = useState("");
  const [said, setSaid] = useState<{ readonly text: string; readonly right: boolean } | null>(null);
  const scan = (): void => {
    if (code.trim() === "") return;
    const result = countScan(lines, picked, code);
    if (result.kind === "counted") {
      onPicked({ ...picked, [result.line.id]: result.picked });
      playRight();
      setSaid({
        text: words.scanned(result.line.title, result.picked, result.line.quantity),
        right: true,
      });
    } else {
      playWrong();
      const text =
        result.kind === "full" ? words.scanFull(result.line.title) : words.scanUnknown(code.trim());
      setSaid({ text, right: false });
    }
    setCode("");
  };
  return (
    <form
      className="grid gap-1"
      onSubmit={(event) => {
        event.preventDefault();
        scan();
      }}
    >
      <div className="relative">
        <ScanBarcode
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-3 size-5 -translate-y-1/2 text-muted"
        />
        <input
          className="field-box min-h-12! pl-10"
          aria-label={words.scan}
          placeholder={words.scan}
          title={words.scanHint}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="done"
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
      </div>
      <p
        aria-live="assertive"
        className={cx("min-h-5 text-[0.8125rem]", said?.right === false ? "text-bad" : "text-good")}
      >
        {said?.text}
      </p>
    </form>
  );
}
