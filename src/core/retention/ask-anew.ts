import { operationOf } from '../document.ts'
import { type Issue, issue } from '../issue.ts'
import type { OperationContents } from '../operation-file.ts'

/**
 * An operation as it may be opened from a file: the word by which what is past its time is deleted unasked
 * holds on the device where it was given, and nowhere else. Rules and days stay, for they delete nothing.
 *
 * @param file its name, for the sentence that tells of it.
 */
export function askedAnew(
  contents: OperationContents,
  file: string,
): { readonly contents: OperationContents; readonly issues: readonly Issue[] } {
  const { document } = contents
  const operation = operationOf(document)
  if (operation.keeping.automatic === null) return { contents, issues: [] }
  const asked = { ...operation, keeping: { ...operation.keeping, automatic: null } }
  const tables = { ...document.tables, operation: new Map([[asked.id, asked]]) }
  const message = `${file} asks that what is past its time be deleted at every opening without a question: that was switched off, and you can switch it on again in Keeping and deleting.`
  return {
    contents: { ...contents, document: { ...document, tables } },
    issues: [issue('warning', 'deleting-asked-anew', message, { file })],
  }
}
