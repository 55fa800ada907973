import type { CallbackType } from 'highs'
import type { CoverProgram } from '#planner/certify/cover-program.ts'

/** What a solver says on its way, in the program's own unit. */
export type SolverWatch = {
  /** No solution is above this, as far as the solver's arithmetic goes. */
  onBound(bound: number): void
  /** A solution better than those before: a value per column. */
  onSolution(values: Float64Array): void
}

/** How a run ended: `bound` as for `onBound`; null if there is no solution at all. */
export type Solved = { readonly isOptimal: boolean; readonly bound: number | null }

export type Solver = {
  /**
   * Solves to optimality: seconds to hours, and nothing ends it but the end of its worker. A program of
   * 20,000 rows takes some 300 MB.
   */
  solve(program: CoverProgram, watch: SolverWatch): Solved
}

/**
 * HiGHS, compiled to WebAssembly (3.5 MB, some 150 ms), loaded when it is first wanted. One thread, one
 * seed and no limit of time: equal programs take equal ways, and only how far they come differs.
 */
export async function loadSolver(): Promise<Solver> {
  const { default: loadHighs } = await import('highs')
  const highs = await loadHighs()
  const { callbackType, modelStatus, objectiveSense } = highs.constants
  return {
    solve(program, watch) {
      const { columnCount, rowCount } = program
      if (columnCount === 0) return nothingToPlace(program, watch)
      const model = highs.createModel({
        numCols: columnCount,
        numRows: rowCount,
        sense: objectiveSense.maximize,
        colCost: program.columnCost,
        colLower: program.columnLower,
        colUpper: program.columnUpper,
        rowLower: program.rowLower,
        rowUpper: program.rowUpper,
        integrality: program.integrality,
        matrix: {
          format: 'csr',
          numRows: rowCount,
          numCols: columnCount,
          starts: program.starts,
          indices: program.indices,
          values: program.values,
        },
      })
      try {
        model.options.set({ output_flag: false, random_seed: 0, mip_rel_gap: 0, mip_abs_gap: 0 })
        let best = Infinity
        const tell = (bound: unknown): undefined => {
          if (typeof bound !== 'number' || !(bound < best) || !Number.isFinite(bound)) return
          best = bound
          watch.onBound(bound)
        }
        model.run({
          [callbackType.mipInterrupt]: ({ data }: Told) => tell(data.mip_dual_bound),
          [callbackType.mipImprovingSolution]: ({ data }: Told): undefined => {
            if (data.mip_solution) watch.onSolution(data.mip_solution)
          },
        })
        const status = model.getModelStatus()
        if (status === modelStatus.infeasible) return { isOptimal: false, bound: null }
        tell(model.info.get('mip_dual_bound'))
        const isOptimal = status === modelStatus.optimal
        if (isOptimal) watch.onSolution(model.getSolution().colValue)
        return { isOptimal, bound: best }
      } finally {
        model.dispose()
      }
    },
  }
}

/** No unit can stand anywhere: that is the one solution, unless a place has to be used. */
function nothingToPlace({ rowLower }: CoverProgram, watch: SolverWatch): Solved {
  if (rowLower.some((lower) => lower > 0)) return { isOptimal: false, bound: null }
  watch.onBound(0)
  watch.onSolution(new Float64Array(0))
  return { isOptimal: true, bound: 0 }
}

type Told = {
  readonly type: CallbackType
  readonly data: { readonly mip_dual_bound?: number; readonly mip_solution?: Float64Array }
}
