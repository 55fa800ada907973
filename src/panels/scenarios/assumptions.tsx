import { X } from 'lucide-react'
import { useState } from 'react'
import { Input, Label, TextField } from 'react-aria-components'
import type { Scenario } from '#core/records/scenario.ts'
import { Button } from '#ui/widgets/button.tsx'
import { TextBox } from '#ui/widgets/text-box.tsx'

const MOST = 40
const LONGEST = 500

/** What a COA takes for granted, a sentence each; one that is emptied is taken out. */
export function Assumptions(props: {
  readonly scenario: Scenario
  readonly onSet: (assumptions: readonly string[]) => boolean
}) {
  const { scenario, onSet } = props
  const all = scenario.assumptions ?? []
  const setAt = (at: number, text: string) =>
    onSet(all.flatMap((each, i) => (i === at ? (text === '' ? [] : [text]) : [each])))
  return (
    <section>
      <h3 className="field-label">Assumptions: what {scenario.name} takes for granted</h3>
      {all.length === 0 ? <p className="light">No assumption is written down yet.</p> : null}
      <ol className="coa-assumptions">
        {all.map((text, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: sentences have no id, and may be alike
          <li key={`${at} ${text}`}>
            <TextBox
              label={`Assumption ${at + 1}`}
              value={text}
              rows={1}
              maxLength={LONGEST}
              isOneLine
              onSettle={(next) => setAt(at, next)}
            />
            <Button
              look="icon"
              label={`Take out assumption ${at + 1}`}
              onPress={() => setAt(at, '')}
            >
              <X size={13} />
            </Button>
          </li>
        ))}
      </ol>
      {all.length < MOST ? <NewAssumption onAdd={(text) => onSet([...all, text])} /> : null}
    </section>
  )
}

function NewAssumption({ onAdd }: { readonly onAdd: (text: string) => boolean }) {
  const [text, setText] = useState('')
  const add = () => {
    const sentence = text.replace(/\s+/g, ' ').trim()
    if (sentence !== '' && onAdd(sentence)) setText('')
  }
  return (
    <div className="coa-add">
      <TextField className="field" value={text} onChange={setText} maxLength={LONGEST}>
        <Label className="field-label">New assumption</Label>
        <Input
          className="field-input"
          placeholder="The bridge at Ganta stays open"
          onKeyDown={(event) => {
            if (event.key === 'Enter') add()
          }}
        />
      </TextField>
      <Button onPress={add} isDisabled={text.trim() === ''}>
        Add
      </Button>
    </div>
  )
}
