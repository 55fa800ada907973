import { afterEach } from 'vitest'

// Here and not beside what renders: a module is loaded once for many files, this once for each.
if (typeof document !== 'undefined') {
  const { cleanup } = await import('@testing-library/react')
  afterEach(cleanup)
}
