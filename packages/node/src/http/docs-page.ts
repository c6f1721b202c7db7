interface Operation {
  readonly summary?: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly description?: string }[];
}
const safe = (t: string): string => t.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
const STYLE =
  "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}code{background:#f2f2f2;padding:0 .2em}dt{margin-top:.4em}@media(prefers-color-scheme:dark){body{color:#eee;background:#181818}code{background:#2a2a2a}a{color:#9cf}}";

/** A page of the endpoints, made from the OpenAPI description: no script, nothing from elsewhere. */
export function docsPage(spec: { readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>> }): string {
  const rows = Object.entries(spec.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, o]) =>
        `<section><h2><code>${safe(method.toUpperCase())} ${safe(path)}</code></h2><p>${safe(o.summary ?? "")}</p>${
          (o.parameters ?? []).length === 0 ? "" : `<dl>${(o.parameters ?? []).map((p) => `<dt><code>${safe(p.name)}</code></dt><dd>${safe(p.description ?? p.in)}</dd>`).join("")}</dl>`
        }</section>`,
    ),
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Truce: the HTTP API</title><style>${STYLE}</style></head><body><main><h1>Truce: the HTTP API</h1><p>The same objects as the commands give with <code>--json</code>. <a href="/openapi.json">openapi.json</a> describes them for programs. An error is <code>{"error":{"code","message","hint","where","request"}}</code>.</p>${rows.join("")}</main></body></html>`;
}
