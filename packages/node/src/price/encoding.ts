export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "windows-1252";

/**
 * The encoding of a text by its beginning: what its mark says, else UTF-8 where it is, else that of Chinese or Windows systems.
 * Undefined for what is no text. `cut`: the beginning may end within a character.
 */
export function encodingOf(head: Uint8Array, cut: boolean): Encoding | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const zeros = [0, 0];
  const seen = Math.min(head.length, 4096);
  for (let i = 0; i < seen; i++) if (head[i] === 0) zeros[i % 2] = (zeros[i % 2] as number) + 1;
  if ((zeros[1] as number) > seen / 4 && zeros[0] === 0) return "utf-16le";
  if ((zeros[0] as number) > seen / 4 && zeros[1] === 0) return "utf-16be";
  if (head.includes(0)) return undefined;
  if (reads(head, "utf-8", cut) !== undefined) return "utf-8";
  const chinese = reads(head, "gb18030", cut);
  return chinese !== undefined && /\p{Script=Han}/u.test(chinese) ? "gb18030" : "windows-1252";
}

function reads(bytes: Uint8Array, encoding: string, cut: boolean): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: cut });
  } catch {
    return undefined;
  }
}
