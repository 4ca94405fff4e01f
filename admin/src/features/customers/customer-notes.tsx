import { MessageSquare } from "lucide-react";
import { addCustomerNote, getCustomer } from "@shopwright/server/contracts/customers";
import type { CustomerView } from "@shopwright/server/contracts/customers";
import { useAction } from "../../api/use-action.ts";
import { useCustomerText } from "../../locales/customers.ts";
import { Button } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { Panel } from "../../ui/page.tsx";
import { TextAreaField } from "../../ui/text-field.tsx";
import { Timeline } from "../../ui/timeline.tsx";
import { toast } from "../../ui/toast.tsx";
import { useDraft } from "../../ui/use-draft.ts";

/** What colleagues should know of a customer; only staff see it. */
export function CustomerNotes({
  customer,
  readOnly,
}: {
  readonly customer: CustomerView;
  readonly readOnly: boolean;
}) {
  const words = useCustomerText();
  const [text, put, drop] = useDraft(`note ${customer.id}`, "");
  const add = useAction(addCustomerNote, {
    changes: [getCustomer],
    onDone: () => {
      drop();
      toast(words.noteAdded, { tone: "good" });
    },
  });
  return (
    <Panel title={words.notes}>
      <div className="grid gap-4">
        {!readOnly && (
          <Form
            className="grid gap-2"
            error={add.error}
            onSubmit={() => {
              if (text.trim() === "" || add.isPending) return;
              add.mutate({ params: { id: customer.id }, body: { text } });
            }}
            buttons={
              <Button type="submit" busy={add.isPending} disabled={text.trim() === ""}>
                {words.addNote}
              </Button>
            }
          >
            <TextAreaField
              bare
              label={words.addNote}
              name="text"
              placeholder={words.notePlaceholder}
              hint={words.notesHint}
              maxLength={2000}
              value={text}
              onChange={put}
            />
          </Form>
        )}
        {customer.notes.length === 0 ? (
          <p className="text-muted">{words.noNotes}</p>
        ) : (
          <Timeline
            items={customer.notes.map((note) => ({
              id: note.id,
              at: note.at,
              icon: MessageSquare,
              title: <span className="whitespace-pre-wrap">{note.text}</span>,
              who: note.author,
            }))}
          />
        )}
      </div>
    </Panel>
  );
}
