/** Reproducible random numbers: the same seed gives the same book on every machine. */
export class Random {
  private state: number;
  constructor(seed: number) {
    this.state = seed >>> 0;
  }
  /** A whole number from 0 to `n` - 1. */
  below(n: number): number {
    // A 32-bit mixing step (splitmix32); only whole numbers, so that no rounding can differ.
    this.state = (this.state + 0x9e3779b9) >>> 0;
    let z = this.state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return ((z ^ (z >>> 15)) >>> 0) % n;
  }
  pick<T>(all: readonly T[]): T {
    return all[this.below(all.length)] as T;
  }
  /** True so many times in a hundred. */
  chance(percent: number): boolean {
    return this.below(100) < percent;
  }
}
