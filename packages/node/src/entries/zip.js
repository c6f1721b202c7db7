import { inflateRawSync } from "node:zlib";
/** What is wrong with a workbook's archive, in words. */
export class ZipError extends Error {
}
const END = 0x06054b50;
const ENTRY = 0x02014b50;
/**
 * Walks the directory of an archive and unpacks every part once, so that what it says of its size is true.
 * @param most bytes to which all parts together may unpack
 * @throws ZipError where the archive is broken, locked or larger than that
 */
export function checkArchive(bytes, most) {
    const end = endOf(bytes);
    const count = bytes.readUInt16LE(end + 10);
    let at = bytes.readUInt32LE(end + 16);
    let left = most;
    if (count === 0xffff || at === 0xffffffff)
        throw new ZipError("its archive is of the large kind, which no export needs");
    for (let n = 0; n < count; n++) {
        if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY)
            throw new ZipError("its archive is broken");
        const flags = bytes.readUInt16LE(at + 8);
        const method = bytes.readUInt16LE(at + 10);
        const packed = bytes.readUInt32LE(at + 20);
        const unpacked = bytes.readUInt32LE(at + 24);
        const start = bytes.readUInt32LE(at + 42);
        if ((flags & 1) !== 0)
            throw new ZipError("it is locked with a password");
        if (packed === 0xffffffff || unpacked > left)
            throw new ZipError(`it unpacks to more than ${Math.round(most / 1024 / 1024)} MB`);
        left -= unpacked;
        unpack(bytes, start, packed, unpacked, method);
        at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    }
}
function endOf(bytes) {
    for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at--)
        if (bytes.readUInt32LE(at) === END)
            return at;
    throw new ZipError("its archive has no end");
}
function unpack(bytes, start, packed, unpacked, method) {
    if (start + 30 > bytes.length)
        throw new ZipError("its archive is broken");
    const from = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    if (from + packed > bytes.length)
        throw new ZipError("its archive is broken");
    if (method === 0) {
        if (packed !== unpacked)
            throw new ZipError("a part of it is larger than its archive says");
        return;
    }
    if (method !== 8)
        throw new ZipError("its archive is packed in a way that is not read");
    try {
        if (inflateRawSync(bytes.subarray(from, from + packed), { maxOutputLength: Math.max(1, unpacked) }).length !== unpacked)
            throw new ZipError("a part of it is not as large as its archive says");
    }
    catch (e) {
        if (e instanceof ZipError)
            throw e;
        throw new ZipError(e.code === "ERR_BUFFER_TOO_LARGE" ? "a part of it is larger than its archive says" : "its archive is broken");
    }
}
//# sourceMappingURL=zip.js.map