export interface JsonReply {
  readonly status: number;
  /** Undefined when it is not JSON, which no shape accepts. */
  readonly body: unknown;
}

export interface Posting {
  readonly url: string;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
}

/**
 * Posts JSON and reads the answer. Null when none came in time. Calls the outside world: never use it while a
 * transaction is open.
 */
export async function postJson({
  url,
  body,
  headers,
  timeoutMs,
}: Posting): Promise<JsonReply | null> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json", ...headers },
      body: JSON.stringify(body),
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await response.text();
    return { status: response.status, body: parsed(text) };
  } catch {
    // Unreachable, cut off, or too slow: all the same to who asked.
    return null;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
