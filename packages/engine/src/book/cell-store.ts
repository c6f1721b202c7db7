import { type Cell, cellMark, closedCell } from "./cell.js";

/** The cells of a book by number. */
export class CellStore {
  private readonly cells: Cell[] = [];
  private readonly byMark = new Map<string, number>();

  /** @throws RangeError for a number that is none of them */
  get(id: number): Cell {
    const c = this.cells[id];
    if (c === undefined) throw new RangeError(`the book has no cell ${id}`);
    return c;
  }

  get size(): number {
    return this.cells.length;
  }

  /** Adds a cell that is known to be new. */
  add(made: (id: number) => Cell): number {
    this.cells.push(made(this.cells.length));
    return this.cells.length - 1;
  }

  /** The number of a cell that says this, added where there is none yet. */
  intern(made: (id: number) => Cell): number {
    const cell = made(this.cells.length);
    const mark = cellMark(cell);
    const known = this.byMark.get(mark);
    if (known !== undefined) return known;
    this.byMark.set(mark, cell.id);
    this.cells.push(cell);
    return cell.id;
  }

  /** A cell that answers nothing, with the reason. */
  closed(why: string): number {
    return this.intern((id) => closedCell(id, "not-covered", why));
  }
}
