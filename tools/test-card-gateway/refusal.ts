/** A request the gateway says no to, and why. Anything else that is thrown is a bug and a 500. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  /** The field of the request body at fault, if one is. */
  readonly field: string | null;

  constructor(status: number, code: string, message: string, field: string | null = null) {
    super(message);
    this.status = status;
    this.code = code;
    this.field = field;
  }
}
