import { useState } from 'react'
import { Button } from '#ui/widgets/button.tsx'
import { SecretField } from '#ui/widgets/secret-field.tsx'

/** Passphrases by the name of their field. */
type Typed = Readonly<Record<string, string>>

/** Some passphrases and what is done with them; they are forgotten as soon as it is done. */
export function PassphraseForm(props: {
  readonly fields: readonly { readonly name: string; readonly label: string }[]
  readonly doIt: string
  readonly whileBusy: string
  readonly autoFocus?: boolean
  /** Resolves with why not, in a sentence; null: it is done. */
  readonly onDo: (typed: Typed) => Promise<string | null>
}) {
  const [typed, setTyped] = useState<Typed>({})
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const act = async () => {
    if (isBusy) return
    setBusy(true)
    setFault(null)
    const why = await props.onDo(typed).catch((error: unknown) => sentenceOf(error))
    setBusy(false)
    setFault(why)
    if (why === null) setTyped({})
  }
  return (
    <div className="passphrases">
      {props.fields.map(({ name, label }, place) => (
        <SecretField
          key={name}
          label={label}
          autoFocus={place === 0 && (props.autoFocus ?? false)}
          value={typed[name] ?? ''}
          onChange={(value) => setTyped({ ...typed, [name]: value })}
          onEnter={() => void act()}
        />
      ))}
      <Button look="filled" isDisabled={isBusy} onPress={() => void act()}>
        {isBusy ? props.whileBusy : props.doIt}
      </Button>
      <p role="alert" className="passphrase-fault">
        {fault}
      </p>
    </div>
  )
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
