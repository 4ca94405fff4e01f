import { useState } from "react";
import { changeMe, changeMyPassword, listMySessions } from "@shopwright/server/contracts/identity";
import { locales } from "@shopwright/server/kernel/locale";
import { useAction } from "../../api/use-action.ts";
import { changePreferences } from "../../app/preferences.ts";
import { useMe, useTakeSession } from "../../app/session.tsx";
import { useStaffText } from "../../locales/staff.ts";
import { Button } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page, Panel } from "../../ui/page.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { PasswordField, TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { SecondFactor } from "./second-factor.tsx";
import { Sessions } from "./sessions.tsx";

/** One's own account: name, password, second factor, sessions. */
export default function ProfilePage() {
  const words = useStaffText();
  return (
    <Page title={words.profile.title} narrow>
      <AboutMe />
      <Password />
      <SecondFactor />
      <Sessions />
    </Page>
  );
}

function AboutMe() {
  const words = useStaffText();
  const me = useMe();
  const takeSession = useTakeSession();
  const [name, setName] = useState(me.name);
  const [locale, setLocale] = useState(me.locale);
  const change = useAction(changeMe, {
    onDone: (reply) => {
      takeSession(reply);
      changePreferences({ locale: reply.locale });
      toast(words.saved, { tone: "good" });
    },
  });
  const changed = name !== me.name || locale !== me.locale;
  return (
    <Panel title={words.profile.about}>
      <p className="mb-3 text-muted">{`${me.email} · ${words.roles[me.role]}`}</p>
      <Form
        error={change.error}
        onSubmit={() => changed && change.mutate({ body: { name, locale } })}
        buttons={
          <Button type="submit" disabled={!changed} busy={change.isPending}>
            {words.save}
          </Button>
        }
      >
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField
            label={words.name}
            name="name"
            autoComplete="name"
            maxLength={100}
            value={name}
            onChange={setName}
          />
          <SelectField
            label={words.language}
            value={locale}
            choices={locales.map((value) => ({ value, label: words.languages[value] }))}
            onChange={(value) => value !== "" && setLocale(value)}
          />
        </div>
      </Form>
    </Panel>
  );
}

function Password() {
  const { profile: words } = useStaffText();
  const me = useMe();
  const takeSession = useTakeSession();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const change = useAction(changeMyPassword, {
    changes: [listMySessions],
    onDone: () => {
      setCurrent("");
      setNext("");
      takeSession({ ...me, passwordIsGenerated: false });
      toast(words.passwordChanged, { tone: "good" });
    },
  });
  return (
    <Panel title={words.password}>
      {me.passwordIsGenerated && (
        <div className="mb-3">
          <Notice tone="warn">{words.generated}</Notice>
        </div>
      )}
      <Form
        error={change.error}
        onSubmit={() => {
          if (current !== "" && next !== "") change.mutate({ body: { current, next } });
        }}
        buttons={
          <Button type="submit" disabled={current === "" || next === ""} busy={change.isPending}>
            {words.changePassword}
          </Button>
        }
      >
        <div className="grid gap-3 sm:grid-cols-2">
          <PasswordField
            label={words.current}
            name="current"
            showLabel={words.show}
            autoComplete="current-password"
            value={current}
            onChange={setCurrent}
          />
          <PasswordField
            label={words.next}
            name="next"
            showLabel={words.show}
            hint={words.nextHint}
            autoComplete="new-password"
            value={next}
            onChange={setNext}
          />
        </div>
        <p className="text-[0.8125rem] text-muted">{words.passwordHint}</p>
      </Form>
    </Panel>
  );
}
