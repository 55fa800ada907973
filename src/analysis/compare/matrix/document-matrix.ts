import { type OperationDocument, operationOf } from '#core/document.ts'
import { COMPARE_MEASURES } from '../measures/registry.ts'
import { judgedCriteria } from './criteria.ts'
import type { Matrix } from './matrix.ts'
import { type MatrixFacts, matrixOf } from './matrix-of.ts'
import { unlikeIn } from './ranked.ts'

/** Courses by all criteria of an operation, under the weights that are saved. */
export function documentMatrix(
  document: OperationDocument,
  courses: Pick<MatrixFacts, 'figures' | 'ranges' | 'scenarioIds' | 'names'>,
): Matrix {
  const rows = [...document.tables.criteria.values()]
  const { figures } = courses
  const operation = operationOf(document)
  const criteria = judgedCriteria({ measures: COMPARE_MEASURES, rows, figures, operation })
  const unlike = unlikeIn(document, courses.scenarioIds)
  return matrixOf({ ...courses, criteria, rows, unlike })
}
