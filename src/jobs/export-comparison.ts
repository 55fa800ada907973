import type { OperationDocument } from '#core/document.ts'
import type { Result } from '#core/issue.ts'
import type { Compared } from '#formats/comparison/compared.ts'
import {
  type ComparisonWish,
  exportComparison as exportedComparison,
} from '#formats/comparison/export-comparison.ts'
import type { Exported } from '#formats/export/plan-export.ts'

/** A comparison that is to leave, and as what. */
export type ComparisonToExport = {
  readonly document: OperationDocument
  readonly compared: Compared
  readonly wish: ComparisonWish
}

/** One file with the comparison. The writers are large, and in the worker already. */
export function exportComparison(asked: ComparisonToExport): Promise<Result<Exported>> {
  return exportedComparison(asked.document, asked.compared, asked.wish)
}
