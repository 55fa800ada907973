import { useMemo, useState } from 'react'
import { counted } from '#core/figures.ts'
import { copiedShock, type ShockContents } from '#core/shock-presets.ts'
import { columnsOfKind } from '#state/desk/document-inputs.ts'
import { useDocument, useScreen } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { Empty } from '#ui/widgets/states.tsx'
import { type ShockSource, type SourceKind, shockSources } from './shock-sources.ts'

const SHOWN_COUNT = 40

const TITLES: Readonly<Record<SourceKind, string>> = {
  bridge: 'Which bridge or ferry is out?',
  road: 'Which road is denied?',
  base: 'Which base is lost?',
  restrictions: 'Which restrictions are to hold whatever the date?',
}

const NOTHING: Readonly<Record<SourceKind, string>> = {
  bridge:
    'No bridge is known. Import roads that say where they cross water, or draw a restriction in Access and select it.',
  road: 'No road has a name. Draw a restriction along one in Access and choose it here.',
  base: 'There is no base at the planning time.',
  restrictions: 'There are no restrictions to copy.',
}

/** Chooses what a shock is made of, by name; what is selected on the map comes first. */
export function SourceList(props: {
  readonly kind: SourceKind
  readonly onChoose: (contents: ShockContents) => void
  readonly onCancel: () => void
}) {
  const { kind, onChoose } = props
  const document = useDocument((state) => state.document)
  const columns = useDocument((state) => state.columns)
  const selection = useScreen((state) => state.selection)
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const all = useMemo(() => {
    const roads = columnsOfKind({ document, columns }, 'roads')
    return shockSources(kind, { document, roads, selection })
  }, [kind, document, columns, selection])
  const wanted = text.trim().toLowerCase()
  const found = all.filter(({ name }) => name.toLowerCase().includes(wanted))
  const picked = all.flatMap(({ id, restriction }) =>
    restriction && chosen.has(id) ? [restriction] : [],
  )
  const press = ({ id, restriction, contents }: ShockSource) => {
    if (!restriction) return onChoose(contents())
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  return (
    <section className="source-list" aria-label={TITLES[kind]}>
      <h3 className="section-title">{TITLES[kind]}</h3>
      {all.length === 0 ? <Empty>{NOTHING[kind]}</Empty> : null}
      {all.length > 8 ? (
        <input
          className="field-input"
          aria-label="Find by name"
          placeholder="Find by name"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      ) : null}
      <ul>
        {found.slice(0, SHOWN_COUNT).map((source) => (
          <li key={source.id}>
            <button
              type="button"
              className="source"
              aria-pressed={source.restriction ? chosen.has(source.id) : undefined}
              onClick={() => press(source)}
            >
              <span>{source.name}</span>
              <span className="menu-note">{source.note}</span>
            </button>
          </li>
        ))}
      </ul>
      {found.length > SHOWN_COUNT ? (
        <p className="shock-note">{found.length - SHOWN_COUNT} more: write part of the name.</p>
      ) : null}
      {wanted !== '' && found.length === 0 ? (
        <p className="shock-note">Nothing is called “{text.trim()}”.</p>
      ) : null}
      <p className="source-foot">
        {kind === 'restrictions' ? (
          <Button isDisabled={picked.length === 0} onPress={() => onChoose(copiedShock(picked))}>
            Copy {counted(picked.length, 'restriction')}
          </Button>
        ) : null}
        <Button look="text" onPress={props.onCancel}>
          Back
        </Button>
      </p>
    </section>
  )
}
