import { type Html, html, trusted } from "../platform/html.ts";

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly "x-permission": string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly schema: unknown;
    readonly description?: string;
  }[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: unknown }> };
  readonly responses: Record<
    string,
    {
      readonly description: string;
      readonly content?: Record<string, { readonly schema: unknown }>;
    }
  >;
}

type Row = { readonly path: string; readonly method: string; readonly operation: Operation };

/** The API as a page to read: no script, nothing from elsewhere, made once from the document. */
export function apiReference(document: Record<string, unknown>): string {
  const info = document["info"] as { title: string; version: string; description: string };
  const byTag = Map.groupBy(rowsOf(document), (row) => row.operation.tags[0] ?? "");
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${info.title} API ${info.version}</title>
        <style>
          ${trusted(style)}
        </style>
      </head>
      <body>
        <nav aria-label="Sections">
          <h1>${info.title} API</h1>
          <p>Version ${info.version}. <a href="/api/openapi.json">OpenAPI 3.1 document</a></p>
          <ul>
            ${[...byTag.keys()].map((tag) => html`<li><a href="#${tag}">${tag}</a></li>`)}
          </ul>
        </nav>
        <main>
          <p>
            ${info.description} Requests that move money, stock or an order carry an
            <code>Idempotency-Key</code>: the same key sent again has one effect. Errors are problem
            details (RFC 9457) whose <code>code</code> never changes its meaning.
          </p>
          ${[...byTag].map(
            ([tag, rows]) =>
              html`<section id="${tag}">
                <h2>${tag}</h2>
                ${rows.map(operationOf)}
              </section>`,
          )}
        </main>
      </body>
    </html>`;
  return page.markup;
}

function rowsOf(document: Record<string, unknown>): Row[] {
  const paths = document["paths"] as Record<string, Record<string, Operation>>;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
}

function operationOf({ path, method, operation }: Row): Html {
  return html`<details id="${operation.operationId}">
    <summary>
      <b class="${method}">${method.toUpperCase()}</b> <code>${path}</code>
      <span>${operation.summary}</span>
    </summary>
    <p>
      Operation <code>${operation.operationId}</code>. Allowed:
      <code>${operation["x-permission"]}</code>.
    </p>
    ${
      operation.parameters.length > 0 &&
      html`<table>
        <caption>
          Parameters
        </caption>
        <thead>
          <tr>
            <th>Name</th>
            <th>In</th>
            <th>Required</th>
            <th>Shape</th>
          </tr>
        </thead>
        <tbody>
          ${operation.parameters.map(
            (each) =>
              html`<tr>
                <td><code>${each.name}</code></td>
                <td>${each.in}</td>
                <td>${each.required ? "yes" : "no"}</td>
                <td><code>${JSON.stringify(each.schema)}</code></td>
              </tr>`,
          )}
        </tbody>
      </table>`
    }
    ${
      operation.requestBody !== undefined &&
      html`<h3>Body</h3>
        ${schemas(operation.requestBody.content)}`
    }
    <h3>Answers</h3>
    <dl>
      ${Object.entries(operation.responses).map(
        ([status, each]) =>
          html`<dt>${status}</dt>
            <dd>
              ${each.description}${each.content !== undefined && status === "200" && schemas(each.content)}
            </dd>`,
      )}
    </dl>
  </details>`;
}

function schemas(content: Record<string, { readonly schema: unknown }>): Html[] {
  return Object.entries(content).map(
    ([type, each]) =>
      html`<p><code>${type}</code></p>
        <pre tabindex="0">${JSON.stringify(each.schema, null, 2)}</pre>`,
  );
}

const style = `
:root{color-scheme:light dark;--ink:light-dark(#1c2024,#e8eaed);--soft:light-dark(#5b6470,#a3abb5);--line:light-dark(#dfe3e8,#333a43);--ground:light-dark(#fff,#14171a);--tint:light-dark(#f5f7f9,#1c2126)}
body{margin:0;font:16px/1.55 system-ui,sans-serif;color:var(--ink);background:var(--ground);display:grid;grid-template-columns:17rem 1fr}
nav{position:sticky;top:0;height:100vh;overflow:auto;padding:1.5rem;border-right:1px solid var(--line);box-sizing:border-box}nav h1{font-size:1.2rem;margin:0}nav ul{list-style:none;padding:0}nav a{color:inherit}
main{padding:1.5rem 2.5rem;max-width:64rem;min-width:0}h2{margin-top:2.5rem;font-size:1.3rem}h3{font-size:1rem}
details{border:1px solid var(--line);border-radius:8px;margin:.5rem 0;padding:.6rem .9rem}details[open]{background:var(--tint)}summary{cursor:pointer}summary span{color:var(--soft);margin-left:.5rem}
b{display:inline-block;min-width:3.6rem;font:700 .78rem ui-monospace,monospace}.get{color:light-dark(#0b6e4f,#5fd0a5)}.post{color:light-dark(#1a56b0,#8ab8ff)}.put,.patch{color:light-dark(#8a5a00,#f0c060)}.delete{color:light-dark(#b3261e,#ff9a90)}
code,pre{font:.86rem ui-monospace,monospace}pre{overflow:auto;max-height:24rem;background:var(--ground);border:1px solid var(--line);border-radius:6px;padding:.8rem}table{border-collapse:collapse;width:100%}th,td{text-align:left;border-bottom:1px solid var(--line);padding:.3rem .5rem;vertical-align:top;overflow-wrap:anywhere}caption{text-align:left;font-weight:600}
dt{font-weight:700}dd{margin:0 0 .6rem 1rem;white-space:pre-line}
@media(max-width:50rem){body{display:block}nav{position:static;height:auto;border:0;border-bottom:1px solid var(--line)}main{padding:1rem}}`;
