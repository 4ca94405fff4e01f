/** What a person means to do once, however often the request has to be sent. */
export interface Intention {
  /** The key for this input: the same until it has succeeded or the input is another. */
  keyFor(input: unknown): string;
  /** It is done: whatever comes next is meant anew. */
  settle(): void;
}

export function newIntention(newKey: () => string = () => crypto.randomUUID()): Intention {
  let meant: { readonly input: string; readonly key: string } | null = null;
  return {
    keyFor(input) {
      const text = JSON.stringify(input) ?? "";
      if (meant?.input !== text) meant = { input: text, key: newKey() };
      return meant.key;
    },
    settle() {
      meant = null;
    },
  };
}
