/** What is wrong with a workbook's archive, in words. */
export declare class ZipError extends Error {}
/**
 * Walks the directory of an archive and unpacks every part once, so that what it says of its size is true.
 * @param most bytes to which all parts together may unpack
 * @throws ZipError where the archive is broken, locked or larger than that
 */
export declare function checkArchive(bytes: Buffer, most: number): void;
