/** The place of the last of rising numbers that is not above `at`; -1 where all are. @example lastAtOrBefore([10, 20], 20) //=> 1 */
export function lastAtOrBefore(edges: ArrayLike<number>, at: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((edges[mid] as number) <= at) low = mid + 1;
    else high = mid;
  }
  return low - 1;
}
