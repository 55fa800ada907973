import type { BenchmarkStatus } from '#analysis/compare/matrix/matrix.ts'
import type { PageStatus } from '#core/records/page.ts'

/** What the marks of a table of measures mean; a face that says so in its own way leaves it out. */
export const BENCHMARK_NOTE =
  '● meets its benchmark, ▲ within 10 % of it, ■ misses it. The best in a row is bold.'

const STATUSES = { meets: 'good', near: 'watch', misses: 'bad' } as const

/** How a value stands to its benchmark, as a page marks it. */
export function pageStatus(status: BenchmarkStatus): PageStatus | null {
  return status === null ? null : STATUSES[status]
}
