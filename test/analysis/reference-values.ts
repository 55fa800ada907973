import { existsSync, readFileSync } from 'node:fs'

const FOLDER = '../shared/data/reference-values'

/** Whether the folder of reference values is there: without it tests against it are skipped. */
export const hasReferences = existsSync(FOLDER)

/** Reads one file of the reference values where it lies. */
export function referenceValues<T>(name: string): T {
  return JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')) as T
}
