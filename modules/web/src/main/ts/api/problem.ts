/** What the server says when it does not answer (RFC 9457), or what the browser says when there is no server. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    /** What to do about it. */
    readonly detail: string | null = null,
    /** Which parameter of the request was wrong. */
    readonly parameter: string | null = null,
    /** Where a statement is wrong, both from 1. */
    readonly place: { readonly line: number; readonly column: number } | null = null,
  ) {
    super(title);
  }

  /** What was thrown, whatever it is; one that is none gets that title. */
  static from(error: unknown, title = 'The answer could not be read'): Problem {
    return error instanceof Problem ? error : new Problem(0, title, String(error));
  }

  static async of(response: Response): Promise<Problem> {
    const type = response.headers.get('content-type') ?? '';
    if (/^application\/(problem\+)?json/.test(type)) {
      const body: unknown = await response.json().catch(() => null);
      if (body && typeof body === 'object') {
        const { title, detail, parameter, line, column } = body as Record<string, unknown>;
        const place = typeof line === 'number' ? { line, column: typeof column === 'number' ? column : 1 } : null;
        return new Problem(response.status, text(title) ?? `The server answered ${response.status}`, text(detail), text(parameter), place);
      }
    }
    return new Problem(response.status, `The server answered ${response.status}`, text(response.statusText));
  }
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value ? value : null;
}
