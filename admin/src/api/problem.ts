/** One field that the server found wrong: `path` as in the request ("body.lines.0.quantity"). */
export interface FieldProblem {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** What the server answered instead: problem details with a stable code. */
export class ApiProblem extends Error {
  readonly code: string;
  readonly status: number;
  readonly requestId: string;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(answer: {
    code: string;
    status: number;
    title: string;
    requestId: string;
    details: Readonly<Record<string, unknown>>;
  }) {
    super(answer.title);
    this.name = "ApiProblem";
    this.code = answer.code;
    this.status = answer.status;
    this.requestId = answer.requestId;
    this.details = answer.details;
  }

  /** Fields that were not well formed; empty for every other refusal. */
  get fields(): readonly FieldProblem[] {
    const { problems } = this.details;
    return Array.isArray(problems) ? problems.filter(isFieldProblem) : [];
  }
}

/** No answer came: whether the request had an effect is not known; the same key may be sent again. */
export class NoAnswer extends Error {
  constructor(cause: unknown) {
    super("The server did not answer", { cause });
    this.name = "NoAnswer";
  }
}

/** Reads an error reply. What is not problem details (a proxy's page) still becomes one. */
export async function problemFrom(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => null);
  const answer = isRecord(body) ? body : {};
  return new ApiProblem({
    code: typeof answer["code"] === "string" ? answer["code"] : "internal",
    status: response.status,
    title: typeof answer["title"] === "string" ? answer["title"] : response.statusText,
    requestId: typeof answer["requestId"] === "string" ? answer["requestId"] : "",
    details: isRecord(answer["details"]) ? answer["details"] : {},
  });
}

export function hasCode(error: unknown, ...codes: readonly string[]): error is ApiProblem {
  return error instanceof ApiProblem && codes.includes(error.code);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isFieldProblem(value: unknown): value is FieldProblem {
  return isRecord(value) && typeof value["path"] === "string" && typeof value["code"] === "string";
}
