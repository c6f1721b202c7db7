import { parentPort, workerData } from "node:worker_threads";
import { streamXlsxRows } from "hucre/xlsx";
import { LIMITS } from "@truce/engine/entries";
import { checkArchive, ZipError } from "./zip.js";
const BATCH = 500;
const SHEETS = 20;
const port = parentPort;
if (port === null)
    throw new Error("this file runs as a worker");
const tell = (told) => port.postMessage(told);
/** Waits until the reader asks for more, so that rows do not pile up between the two. */
const asked = () => new Promise((done) => void port.once("message", () => done()));
class TooMuch extends Error {
}
function text(value) {
    if (value === null)
        return "";
    if (value instanceof Date)
        return Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10);
    if (typeof value === "number")
        return String(Number(value.toPrecision(15)));
    const plain = String(value);
    if (plain.length > LIMITS.cell)
        throw new TooMuch(`a cell holds more than ${LIMITS.cell} characters`);
    return plain;
}
async function sheet(bytes, n) {
    let batch = [];
    const send = async () => {
        tell({ is: "rows", sheet: n, rows: batch });
        batch = [];
        await asked();
    };
    const rows = streamXlsxRows(bytes, { sheet: n });
    for (;;) {
        let next;
        try {
            next = await rows.next();
        }
        catch (e) {
            if (n > 0 && /sheet/i.test(e.message))
                return false;
            throw e;
        }
        if (next.done === true)
            break;
        if (next.value.values.length > LIMITS.columns)
            throw new TooMuch(`row ${next.value.index + 1} has more than ${LIMITS.columns} columns`);
        batch.push({ number: next.value.index + 1, cells: next.value.values.map(text) });
        if (batch.length === BATCH)
            await send();
    }
    if (batch.length > 0)
        await send();
    return true;
}
try {
    const bytes = workerData;
    checkArchive(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), LIMITS.unpacked);
    for (let n = 0; n < SHEETS; n++)
        if (!(await sheet(bytes, n)))
            break;
    tell({ is: "done" });
}
catch (e) {
    const zip = e instanceof ZipError;
    tell({ is: "wrong", code: zip || e instanceof TooMuch ? "refused-workbook" : "bad-workbook", message: zip || e instanceof TooMuch ? e.message : e.message.slice(0, 160) });
}
port.close();
//# sourceMappingURL=workbook-worker.js.map