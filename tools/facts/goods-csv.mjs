// A small CSV reader.

/**
 * Parse CSV text into objects keyed by the header row. Quotes and doubled quotes are read; a row of another length throws.
 * @example parseCsv('code,text\n01,"a, b"\n') //=> [{ code: "01", text: "a, b" }]
 */
export function parseCsv(text) {
  const rows = [];
  let row = [];
  let cell = "";
  let quoted = false;
  const endCell = () => {
    row.push(cell);
    cell = "";
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') cell += text[++i];
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ",") endCell();
    else if (c === "\n") endRow();
    else if (c !== "\r") cell += c;
  }
  if (quoted) throw new Error("CSV ends inside a quoted cell");
  if (cell !== "" || row.length > 0) endRow();
  const head = rows.shift();
  for (const r of rows) if (r.length !== head.length) throw new Error(`CSV row of ${r.length} cells, not ${head.length}`);
  return rows.map((r) => Object.fromEntries(head.map((h, i) => [h, r[i]])));
}
