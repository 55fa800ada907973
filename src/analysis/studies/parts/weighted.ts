/** What each cell weighs, such as people; NaN and 0 weigh nothing. */
export type CellWeights = ArrayLike<number>

/** Mean over cells by weight; cells of unknown value (NaN) are left out. NaN where nothing weighs. */
export function weightedMean(
  values: ArrayLike<number>,
  weights: CellWeights,
  cells: Iterable<number> = everyCell(weights),
): number {
  let [all, sum] = [0, 0]
  for (const cell of cells) {
    const weight = weights[cell]!
    if (!(weight > 0) || Number.isNaN(values[cell]!)) continue
    all += weight
    sum += weight * values[cell]!
  }
  return all > 0 ? sum / all : Number.NaN
}

/** Weight of the cells that are meant. */
export function weightOf(
  weights: CellWeights,
  isMeant: (cell: number) => boolean,
  cells: Iterable<number> = everyCell(weights),
): number {
  let sum = 0
  for (const cell of cells) {
    if (weights[cell]! > 0 && isMeant(cell)) sum += weights[cell]!
  }
  return sum
}

/** Share of the weight that lies in the cells that are meant. NaN where nothing weighs. */
export function weightShare(
  weights: CellWeights,
  isMeant: (cell: number) => boolean,
  cells?: readonly number[],
): number {
  return weightOf(weights, isMeant, cells) / weightOf(weights, () => true, cells)
}

/** People × need of every cell; NaN where need is not known. */
export function peopleTimesNeed(people: Float64Array, needScore: Float64Array): Float64Array {
  return people.map((count, cell) => count * needScore[cell]!)
}

function everyCell({ length }: CellWeights): number[] {
  return Array.from({ length }, (_, cell) => cell)
}
