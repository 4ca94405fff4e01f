import { useContentText } from "../../locales/content.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";

/** Somebody else was faster: says so and asks whose text it shall be. */
export function ConflictNotice({
  onKeepMine,
  onTakeTheirs,
}: {
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}) {
  const words = useContentText();
  return (
    <Notice tone="warn" alert>
      <p>{words.conflict}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="small" onClick={onKeepMine}>
          {words.keepMine}
        </Button>
        <Button size="small" onClick={onTakeTheirs}>
          {words.takeTheirs}
        </Button>
      </div>
    </Notice>
  );
}
