import { useState } from 'react'
import { editShock } from '#core/commands/shocks/edit-shock.ts'
import { removeShock } from '#core/commands/shocks/remove-shock.ts'
import { scenariosInOrder } from '#core/document.ts'
import { type ShockContents, shockRows, wetSeasonShock } from '#core/shock-presets.ts'
import { shockSentence } from '#core/shock-words.ts'
import { shocksInOrder } from '#core/shocks-of.ts'
import { useDocument, useRoom } from '#ui/room.tsx'
import { useTold } from '#ui/use-told.ts'
import { Button } from '#ui/widgets/button.tsx'
import { StatusMark } from '#ui/widgets/marks.tsx'
import { ShockEditor } from './shock-editor.tsx'
import { SOURCE_KINDS, type SourceKind } from './shock-sources.ts'
import { SourceList } from './source-list.tsx'
import { SOURCE_NAMES } from './source-names.ts'
import { useNewShock } from './use-new-shock.ts'
import './shocks.css'

/** What is being chosen, for the shock of an id or, null, for a new one. */
type Choosing = { readonly kind: SourceKind; readonly shockId: string | null }

/** The shocks of an operation: what each holds, who is tried under it, and ways to make one. */
export function ShocksPanel() {
  const { newId } = useRoom()
  const document = useDocument((state) => state.document)
  const { told, tell, run } = useTold()
  const newShock = useNewShock(run)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [choosing, setChoosing] = useState<Choosing | null>(null)
  const shocks = shocksInOrder(document)
  const shock = shocks.find(({ id }) => id === chosenId) ?? shocks[0]
  const begin = (contents: ShockContents) => {
    const made = newShock(contents)
    if (made) setChosenId(made.id)
    setChoosing(null)
  }
  const fill = (id: string, contents: ShockContents) => {
    const before = document.tables.shocks.get(id)
    if (!before) return
    const { restrictions } = shockRows(contents, { ...before, newId })
    const lostBaseIds = [...new Set([...before.lostBaseIds, ...contents.lostBaseIds])]
    run(editShock, { id, fields: { lostBaseIds }, added: restrictions })
    setChoosing(null)
  }
  const choose = (id: string) => {
    tell(null)
    setChoosing(null)
    setChosenId(id)
  }
  return (
    <div className="shocks">
      <div className="shock-side">
        {shocks.length === 0 ? (
          <p className="shock-note">
            No shocks yet. One is a named blow, such as a bridge out, that COAs are tried under; it
            changes no fact.
          </p>
        ) : (
          <ul className="shock-list">
            {shocks.map((each) => (
              <li key={each.id}>
                <button
                  type="button"
                  aria-current={each.id === shock?.id && choosing?.shockId !== null}
                  onClick={() => choose(each.id)}
                >
                  <b>{each.name}</b>
                  <span>{shockSentence(document, each)}</span>
                  <TriedLine shockId={each.id} />
                </button>
              </li>
            ))}
          </ul>
        )}
        <p className="field-label">New shock</p>
        <div className="shock-makes">
          <Button onPress={() => begin(wetSeasonShock())}>Wet season</Button>
          {SOURCE_KINDS.map((kind) => (
            <Button key={kind} onPress={() => setChoosing({ kind, shockId: null })}>
              {SOURCE_NAMES[kind].make}
            </Button>
          ))}
        </div>
      </div>
      <div className="shock-main">
        {told === null ? null : (
          <p className="failed" role="alert">
            <StatusMark status="bad" word="not taken" /> {told}
          </p>
        )}
        {choosing ? (
          <SourceList
            key={choosing.kind}
            kind={choosing.kind}
            onChoose={(contents) =>
              choosing.shockId === null ? begin(contents) : fill(choosing.shockId, contents)
            }
            onCancel={() => setChoosing(null)}
          />
        ) : shock ? (
          <ShockEditor
            key={shock.id}
            shock={shock}
            run={run}
            onAdd={(kind) => setChoosing({ kind, shockId: shock.id })}
            onRemove={() => run(removeShock, { id: shock.id })}
          />
        ) : null}
      </div>
    </div>
  )
}

function TriedLine({ shockId }: { readonly shockId: string }) {
  const document = useDocument((state) => state.document)
  const names = scenariosInOrder(document)
    .filter(({ shockIds }) => shockIds.includes(shockId))
    .map(({ name }) => name)
  return <span>{names.length === 0 ? 'No COA is under it.' : `Tried by ${names.join(', ')}.`}</span>
}
