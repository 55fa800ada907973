// @vitest-environment happy-dom
import { fireEvent, screen as page, render } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Keys } from '#app/keys.tsx'
import { Pick } from '#ui/widgets/pick.tsx'

const KINDS = ['Sector', 'Patrol box'].map((name) => ({ id: name, name }))

describe('a letter that is a command', () => {
  it('is no beginning of a name in a closed list that has the focus', () => {
    let drawCount = 0
    const picked: string[] = []
    render(
      <>
        <Keys bindings={[{ keys: 'p', act: () => drawCount++ }]} />
        <Pick label="Kind" value="Sector" choices={KINDS} onChange={(id) => picked.push(id)} />
      </>,
    )
    const button = page.getByRole('button')
    button.focus()
    fireEvent.keyDown(button, { key: 'p', code: 'KeyP' })
    expect([drawCount, picked]).toEqual([1, []])
  })
})

describe('a letter on a slider', () => {
  it('is a command, for nobody types there', () => {
    let count = 0
    const slider = { role: 'slider' }
    render(
      <>
        <Keys bindings={[{ keys: 'd', act: () => count++ }]} />
        <input type="range" aria-label="Where the map is divided" {...slider} />
        <input aria-label="Name" />
      </>,
    )
    for (const label of ['Where the map is divided', 'Name']) {
      fireEvent.keyDown(page.getByLabelText(label), { key: 'd', code: 'KeyD' })
      fireEvent.keyUp(page.getByLabelText(label), { key: 'd', code: 'KeyD' })
    }
    expect(count).toBe(1)
  })
})

describe('the keys that lock and erase', () => {
  it('are heard from a field and over an open sheet, where others are not', () => {
    const heard: string[] = []
    render(
      <>
        <Keys
          bindings={[
            { keys: 'mod+shift+l', act: () => heard.push('lock'), isUrgent: true },
            { keys: 'mod+s', act: () => heard.push('save') },
          ]}
        />
        <input type="range" aria-label="Weight" />
        <div role="dialog">Settings</div>
      </>,
    )
    for (const target of [page.getByLabelText('Weight'), document.body]) {
      fireEvent.keyDown(target, { key: 'L', code: 'KeyL', ctrlKey: true, shiftKey: true })
      fireEvent.keyUp(target, { key: 'L', code: 'KeyL', ctrlKey: true, shiftKey: true })
      fireEvent.keyDown(target, { key: 's', code: 'KeyS', ctrlKey: true })
      fireEvent.keyUp(target, { key: 's', code: 'KeyS', ctrlKey: true })
    }
    expect(heard).toEqual(['lock', 'lock'])
  })
})
