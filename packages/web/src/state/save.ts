import { csvCell } from "@truce/engine/entry/csv-cell";

/** Hands the reader a file. */
export function save(name: string, type: string, content: BlobPart): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const a = document.createElement("a");
  a.href = url;
  a.download = name;
  a.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** A table as CSV. A cell that a spreadsheet would take for a formula is quoted with a mark before it. */
export const csvOf = (heads: readonly string[], rows: readonly (readonly string[])[]): string => `${[heads, ...rows].map((r) => r.map(csvCell).join(",")).join("\r\n")}\r\n`;

/** A drawing as a picture, twice as fine as its units. */
export async function savePng(name: string, svg: Element): Promise<void> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.width * 2;
  canvas.height = image.height * 2;
  const context = canvas.getContext("2d");
  if (context === null) return;
  context.scale(2, 2);
  context.drawImage(image, 0, 0);
  canvas.toBlob((blob) => blob !== null && save(name, "image/png", blob));
}
