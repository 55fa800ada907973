import { canonicalJson, hashOfText } from '#core/canonical-json.ts'
import { operationOf } from '#core/document.ts'
import { issue, type Result, refuse } from '#core/issue.ts'
import {
  type OperationContents,
  readOperationFile,
  writeOperationFile,
} from '#core/operation-file.ts'
import { type PackAsked, packContents } from './pack-contents.ts'

/** What files of packs end in; they are gzipped. */
export const PACK_ENDING = '.cgpack'
const FORMAT = 'commonground-pack'
/** The version of the envelope; the operation inside has its own. */
export const PACK_VERSION = 1

/**
 * A deck as a file for a wall elsewhere: what its slides show and no more, as readers of the level may
 * know it, with a SHA-256 over everything. Plain text; `job writePack` packs it.
 *
 * @returns the text, and what was left out, a sentence each.
 */
export function writePack(
  whole: OperationContents,
  asked: PackAsked,
): { readonly text: string; readonly told: readonly string[] } {
  const { contents, told } = packContents(whole, asked)
  const { marking } = operationOf(contents.document)
  const { deckId, level, madeAt } = asked
  const body = {
    format: FORMAT,
    version: PACK_VERSION,
    deckId,
    level,
    madeAt,
    marking,
    operation: writeOperationFile(contents),
  }
  const text = canonicalJson(body)
  return { text: `${text.slice(0, -1)},"zSha256":"${hashOfText(text)}"}\n`, told }
}

/** Whether a text begins like a pack: its members come in order of their names. */
export function isPackText(text: string): boolean {
  return text.slice(0, 600).includes(`"format":"${FORMAT}"`)
}

/** Opens a pack. What is not whole, not a pack or newer is refused in one sentence, and nothing of it is opened. */
export function readPack(text: string, file: string): Result<OperationContents> {
  const fail = (code: string, message: string) =>
    refuse<never>(issue('error', code, message, { file }))
  const body = parsed(text)
  if (!body) return fail('not-json', `${file} is not a whole briefing pack; ask for it again.`)
  if (body['format'] !== FORMAT) return fail('not-a-pack', `${file} is no briefing pack.`)
  const { version, operation, zSha256 } = body
  if (typeof version !== 'number' || version > PACK_VERSION) {
    return fail(
      'newer-version',
      `${file} was made by a newer Commonground: version ${String(version)}. Update this one to open it.`,
    )
  }
  const ending = `,"zSha256":"${String(zSha256)}"}`
  const whole = text.trimEnd()
  const isWhole =
    whole.endsWith(ending) && hashOfText(`${whole.slice(0, -ending.length)}}`) === zSha256
  if (!isWhole || typeof operation !== 'string') {
    return fail(
      'damaged',
      `${file} was damaged or changed: its checksum does not fit. Ask for another copy.`,
    )
  }
  const read = readOperationFile(operation, file)
  if (!read.ok) return refuse(...read.issues.slice(0, 1))
  const isPack = operationOf(read.value.document).pack !== undefined
  return isPack ? read : fail('not-a-pack', `${file} is no briefing pack.`)
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : null
  } catch {
    return null
  }
}
