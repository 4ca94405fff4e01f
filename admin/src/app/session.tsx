import { useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, useContext, useSyncExternalStore } from "react";
import type { ReactNode } from "react";
import { getMe } from "@shopwright/server/contracts/identity";
import type { MeView } from "@shopwright/server/contracts/identity";
import type { Permission } from "@shopwright/server/kernel/endpoint";
import { readKey } from "../api/use-read.ts";
import { call } from "../api/shop.ts";

const Session = createContext<MeView | null>(null);

/** Who is signed in. Only below the shell, where somebody is. */
export function useMe(): MeView {
  const me = useContext(Session);
  if (me === null) throw new Error("Nobody is signed in here");
  return me;
}

/** May the person who is signed in do this? */
export function usePermission(permission: Permission | undefined): boolean {
  const me = useMe();
  return permission === undefined || me.permissions.includes(permission);
}

export function SignedIn({ me, children }: { readonly me: MeView; readonly children: ReactNode }) {
  return <Session value={me}>{children}</Session>;
}

/** Asks once who is signed in, and again when the window comes back. */
export function useSession() {
  return useQuery({
    queryKey: readKey(getMe),
    queryFn: async () => (await call(getMe, {})).staff,
    staleTime: 60_000,
  });
}

/** After a sign-in: this is who, and everything is read anew on their behalf. */
export function useTakeSession(): (me: MeView | null) => void {
  const client = useQueryClient();
  return (me) => {
    client.setQueryData(readKey(getMe), me);
    setEnded(false);
    if (me !== null)
      void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== getMe.id });
    else client.removeQueries({ predicate: (query) => query.queryKey[0] !== getMe.id });
  };
}

// Whether a request was answered with "sign in": the session ended under somebody's hands.
let ended = false;
const listeners = new Set<() => void>();

export function setEnded(value: boolean): void {
  ended = value;
  for (const listener of listeners) listener();
}

export function useSessionEnded(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => ended,
  );
}
