import { purgeExpired } from '#core/commands/custody/purge-expired.ts'
import { type OperationDocument, operationOf } from '#core/document.ts'
import { expiriesAt, type Holding } from '#core/retention/holdings.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { nowAt, type Session } from './opening/session.ts'

type Kept = Pick<Session, 'documents' | 'screen' | 'autosave'>

/**
 * Deletes what has expired so that nothing here brings it back, and waits until both copies are rid of it.
 *
 * @returns why it could not be done, or not everywhere yet; null: it is gone.
 */
export async function deleteForGood(
  { documents, screen, autosave }: Kept,
  chosen: readonly Pick<Holding, 'table' | 'id'>[],
  word: { readonly by: string; readonly isAutomatic: boolean },
): Promise<string | null> {
  const { document, purge } = documents.getState()
  const wish = { ...word, chosen, now: nowAt(), purgeId: crypto.randomUUID() }
  const reason = purgeExpired.blocked(document, wish)
  if (reason !== null) return reason
  screen.setState({ selection: null })
  purge(purgeExpired.change(document, wish))
  await autosave.flush()
  const { status, message } = autosave.store.getState()
  return status === 'failed' ? message : null
}

/**
 * Deletes what has expired where a person has switched that on for the operation, and says so in words
 * that are the same whatever it was: a count would tell whether protected rows were among it.
 *
 * @returns what to tell; null: there was nothing to do, or this tab may not.
 */
export async function deleteExpired(session: Kept): Promise<string | null> {
  const { document } = session.documents.getState()
  const { automatic } = operationOf(document).keeping
  if (!automatic || session.autosave.store.getState().status === 'readOnly') return null
  const { expired } = expiriesAt(document, nowAt())
  if (expired.length === 0) return null
  if (isFarAhead(document, automatic.at)) return CLOCK_DOUBT
  const fault = await deleteForGood(session, expired, { by: automatic.by, isAutomatic: true })
  const told = `What was past its time was deleted for good, as ${automatic.by} had switched on. The list of changes starts anew.`
  return fault ?? told
}

const CLOCK_DOUBT =
  'Nothing was deleted, though some of it seems to be past its time: the clock of this device stands more than a year after the last import. Set it right, or delete by hand in Keeping and deleting.'
const MOST_DAYS = 366

/** A clock that has jumped must not delete. */
function isFarAhead({ tables }: OperationDocument, switchedOnAt: string): boolean {
  const imports = [...tables.datasets.values()].map(({ importedAt }) => importedAt)
  const newest = [switchedOnAt, ...imports].reduce((last, at) => (at > last ? at : last))
  return epochMinutesOf(nowAt()) - epochMinutesOf(newest) > MOST_DAYS * 1440
}
