import type { Change } from '../../change.ts'
import type { OperationDocument } from '../../document.ts'
import { counted } from '../../figures.ts'
import { isOtherGround } from '../../zoning/ground-outside.ts'
import { type Rezoning, rezone } from '../../zoning/rezone.ts'
import { sharedOut } from '../../zoning/share-out.ts'
import type { Command } from '../command.ts'
import { rowFault } from '../row-fault.ts'
import { globeFault } from './zone-guard.ts'

/** Ids for pieces that become zones of their own; how many are needed is known only afterwards. */
export type NewIds = { readonly newIds?: readonly string[] }

/** What is tried: the change, or why it cannot be made, in a sentence. */
export type Attempt = Change | string

/** A command that is tried out to see whether it can be done. */
export function triedCommand<A extends object>(words: {
  readonly id: string
  readonly title: string
  readonly attempt: (document: OperationDocument, args: A) => Attempt
}): Command<A> {
  const { id, title } = words
  const attempt = keptForOne(words.attempt)
  return {
    id,
    title,
    blocked(document, args) {
      const tried = attempt(document, args)
      return typeof tried === 'string' ? tried : null
    },
    change(document, args) {
      const tried = attempt(document, args)
      if (typeof tried === 'string') throw new Error(tried)
      return tried
    },
  }
}

/**
 * An edit of ground as a change. Refused where a zone would lose all its ground or, through the edit,
 * a locked one would come apart or lose ground with its parent, and where pieces come apart that there
 * are no ids for.
 *
 * @param fault what else is wrong with the pieces; null: nothing.
 */
export function rezoned(
  document: OperationDocument,
  edit: Rezoning,
  words: {
    readonly note: string
    readonly newIds: readonly string[]
    /** Zones that the edit means to take out. */
    readonly goneIds?: ReadonlySet<string>
    readonly fault?: (pieces: ReturnType<typeof rezone>) => string | null
  },
): Attempt {
  const offGlobe = globeFault([
    ...[...(edit.inHand?.values() ?? [])].flat(2),
    ...(edit.shapes ?? []).flat(3),
    ...(edit.cut?.lines ?? []).flat(),
  ])
  if (offGlobe) return offGlobe
  const pieces = rezone(edit)
  const fault = words.fault?.(pieces)
  if (fault) return fault
  let extra = 0
  for (const { id, name, isLocked } of edit.zones) {
    const count = pieces.get(id)?.length ?? 0
    if (count === 0 && !words.goneIds?.has(id)) return `${name} would have no ground left.`
    if (count > 1 && isLocked) return `${name} is locked, and this would cut it up.`
    const before = document.tables.zones.get(id)
    if (isLocked && before && isOtherGround(before.outline, pieces.get(id)![0]!)) {
      return `${name} is locked, and this would change its ground. Unlock it first.`
    }
    extra += Math.max(0, count - 1)
  }
  if (extra > words.newIds.length) {
    return `This would leave ${counted(extra, 'piece')} beside. Make the edit smaller.`
  }
  const rows = sharedOut(document, { pieces, zones: edit.zones, newIds: words.newIds })
  for (const { after } of rows) {
    const unsound = after && rowFault('zones', after)
    if (unsound) return `A zone that this would make cannot be kept. ${unsound}`
  }
  return { note: words.note, rows }
}

/** Whoever asks whether a command is blocked mostly does it then: what was tried last is kept. */
function keptForOne<A extends object>(
  attempt: (document: OperationDocument, args: A) => Attempt,
): (document: OperationDocument, args: A) => Attempt {
  const tried = new WeakMap<A, { readonly document: OperationDocument; readonly result: Attempt }>()
  return (document, args) => {
    const known = tried.get(args)
    if (known?.document === document) return known.result
    const result = attempt(document, args)
    tried.set(args, { document, result })
    return result
  }
}
