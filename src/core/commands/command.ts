import type { Change } from '../change.ts'
import type { OperationDocument } from '../document.ts'

/** Something a person can do to the document. Pure: time, chance and new ids come in as arguments. */
export type Command<A> = {
  /** Stable: `zone.rename`. */
  readonly id: string
  readonly title: string
  /** Why it cannot be done now, in a sentence for the person; null if it can. */
  blocked(document: OperationDocument, args: A): string | null
  /**
   * The change it makes.
   *
   * @throws Error if it is blocked; ask first.
   */
  change(document: OperationDocument, args: A): Change
}
