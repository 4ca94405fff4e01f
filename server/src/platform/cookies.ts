/** Cookies of one request, and those its answer will set. */
export interface CookieJar {
  get(name: string): string | undefined;
  /** `maxAge` in seconds; 0 deletes the cookie. Always HttpOnly and SameSite=Lax. */
  set(
    name: string,
    value: string,
    options: { readonly maxAge: number; readonly path?: string },
  ): void;
  /** Set-Cookie header lines, in order. */
  readonly lines: readonly string[];
}

const namePattern = /^[A-Za-z0-9_.-]+$/;

export function cookieJar(header: string | undefined, secure: boolean): CookieJar {
  const values = new Map<string, string>();
  for (const pair of header?.split(";") ?? []) {
    const at = pair.indexOf("=");
    if (at > 0) values.set(pair.slice(0, at).trim(), decode(pair.slice(at + 1).trim()));
  }
  const lines: string[] = [];
  return {
    get: (name) => values.get(name),
    set: (name, value, { maxAge, path = "/" }) => {
      if (!namePattern.test(name)) throw new Error(`assertion failed: ${name} is a cookie name`);
      values.set(name, value);
      const parts = [
        `${name}=${encodeURIComponent(value)}`,
        `Path=${path}`,
        `Max-Age=${maxAge}`,
        "HttpOnly",
        "SameSite=Lax",
      ];
      if (secure) parts.push("Secure");
      lines.push(parts.join("; "));
    },
    lines,
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // not encoded by us; compared as it is
  }
}
