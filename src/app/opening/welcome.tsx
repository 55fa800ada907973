import type { Issue } from '#core/issue.ts'
import { IssueList } from '#panels/issues/issue-list.tsx'
import type { Storage } from '#storage/open-storage.ts'
import { Button } from '#ui/widgets/button.tsx'
import { Progress } from '#ui/widgets/states.tsx'
import type { Opener } from '../app.tsx'
import { OpenFileButton } from './open-file-button.tsx'
import { openEmpty } from './operations.ts'
import { Unlock } from './unlock.tsx'

/** While the first operation opens, when none could be, and where a passphrase comes first. */
export function Welcome(props: {
  /** Null: it is still being opened. */
  readonly issues: readonly Issue[] | null
  readonly isLocked: boolean
  /** Why nothing is open. */
  readonly sentence: string
  readonly storage: Storage
  readonly openWith: Opener
  readonly onSample: () => void
}) {
  return (
    <main className="welcome">
      <h1 className="wordmark">Commonground</h1>
      {props.isLocked ? (
        <Unlock storage={props.storage} />
      ) : props.issues === null ? (
        <Progress what="Opening the map room …" share={0.3} />
      ) : (
        <>
          <p>{props.sentence}</p>
          <IssueList issues={props.issues} />
          <p className="welcome-actions">
            <Button look="filled" onPress={props.onSample}>
              Open the built-in theatre
            </Button>
            <OpenFileButton storage={props.storage} openWith={props.openWith} />
            <Button
              onPress={() =>
                void props.openWith(() => openEmpty(props.storage, 'New operation'), 'import')
              }
            >
              Start an empty operation
            </Button>
          </p>
        </>
      )}
    </main>
  )
}
