import { closeSync, fstatSync, openSync, readSync } from "node:fs";
/** Bytes from which the length of a line is learnt. */
const SAMPLE = 1 << 18;
const NEWLINE = 10;
/** About how many lines a text has, by the length of those in its first part: good enough to say how long a run will take. */
export function aboutLines(file) {
    const fd = openSync(file, "r");
    try {
        const bytes = Buffer.alloc(SAMPLE);
        const read = readSync(fd, bytes, 0, SAMPLE, 0);
        let lines = 0;
        for (let i = 0; i < read; i++)
            if (bytes[i] === NEWLINE)
                lines++;
        return Math.max(1, Math.round((lines * fstatSync(fd).size) / Math.max(1, read)));
    }
    finally {
        closeSync(fd);
    }
}
//# sourceMappingURL=about-lines.js.map