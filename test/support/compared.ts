import type { Matrix, MatrixCell, MatrixRow } from '#analysis/compare/matrix/matrix.ts'
import { type StressAnswer, USUAL_STRESS } from '#analysis/compare/stress/stress.ts'

export function aCell(parts: Partial<MatrixCell> = {}): MatrixCell {
  return {
    value: 0.4,
    note: null,
    score: 4,
    status: null,
    range: null,
    betterShares: [],
    sameShares: [],
    ...parts,
  }
}

export function aRow(
  criterion: Partial<MatrixRow['criterion']> = {},
  cells: readonly Partial<MatrixCell>[] = [{}, { value: 0.6, score: 6 }],
): MatrixRow {
  const isHighGood = criterion.isHighGood ?? true
  const values = cells.map((cell) => aCell(cell).value)
  return {
    criterion: {
      id: 'criterion-needMet',
      measureId: 'needMet',
      name: 'Need met',
      definition: 'Share of need that is served.',
      unit: 'share',
      isHighGood: true,
      weight: 30,
      benchmark: 0.5,
      scale: { worst: 0, best: 1 },
      isAlwaysShown: false,
      ...criterion,
    },
    cells: cells.map(aCell),
    standings: values.map((value) =>
      values.map((other) => {
        if (value === null || other === null) return null
        return value === other ? 'same' : value > other === isHighGood ? 'better' : 'worse'
      }),
    ),
    isTelling: true,
    bestIds: ['coa-1'],
  }
}

/** The current posture and COA 1, which is first. */
export function aMatrix(rows: readonly MatrixRow[] = [aRow()]): Matrix {
  return {
    scenarioIds: ['current-posture', 'coa-1'],
    rows,
    totals: [
      {
        scenarioId: 'current-posture',
        score: 4,
        place: 2,
        isTie: false,
        isOpen: false,
        missingWeightShare: 0,
        dominatedById: 'coa-1',
      },
      {
        scenarioId: 'coa-1',
        score: 6,
        place: 1,
        isTie: false,
        isOpen: false,
        missingWeightShare: 0,
        dominatedById: null,
      },
    ],
    faults: [],
  }
}

/** Need met of both as it is and in the wet season. */
export function aStress(): StressAnswer {
  const futures: StressAnswer['futures'] = [
    { id: 'as-is', name: 'As it is', detail: '', kind: 'asIs' },
    { id: 'wet', name: 'Wet season', detail: 'wet-season speeds', kind: 'shock', shockId: 'wet' },
  ]
  return {
    settings: { ...USUAL_STRESS, drawCount: 40, seed: 7 },
    measureId: 'needMet',
    isHighGood: true,
    drawCount: 40,
    seed: 7,
    wasStopped: false,
    scenarioIds: ['current-posture', 'coa-1'],
    futures,
    options: futures,
    values: [
      [0.4, 0.2],
      [0.6, 0.3],
    ],
    ranges: [
      [
        [0.38, 0.42],
        [0.1, 0.3],
      ],
      [
        [0.5, 0.7],
        [0.2, 0.4],
      ],
    ],
    losses: [
      [0, 0.2],
      [0, 0.3],
    ],
    regrets: [
      [0.2, 0.1],
      [0, 0],
    ],
    behindShares: [
      [1, 1],
      [0, 0],
    ],
    robustness: {
      worst: [0.2, 0.3],
      maxRegret: [0.2, 0],
      mean: [0.3, 0.45],
      satisficingShare: null,
      threshold: null,
      maximinIds: ['coa-1'],
      minimaxRegretIds: ['coa-1'],
      laplaceIds: ['coa-1'],
    },
    underserved: [],
    floorShare: 0.2,
    notes: [],
  }
}
