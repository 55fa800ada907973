// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import { newOperation } from '#core/new-operation.ts'
import type { LonLat } from '#core/place.ts'
import { openEntryBox } from '#map/tools/sketch/entry-box.ts'
import { readTypedPlace } from '#map/tools/typed-place.ts'
import { PLANNING_AT } from '#support/build.ts'

const WORLD = newOperation({ id: 'world', name: 'World', planningAt: PLANNING_AT })

afterEach(() => document.body.replaceChildren())

function opened(typed: string) {
  const set: LonLat[] = []
  const read: (LonLat | null)[] = []
  const squares: (number | null)[] = []
  let closeCount = 0
  const box = openEntryBox(document.body, {
    title: 'Corner 4',
    typed,
    takesWay: true,
    read: (text) =>
      readTypedPlace(text, { document: WORLD, from: [-9.4, 6.5], takesMetres: false }),
    onPlace: ({ centre }) => {
      if (centre) set.push(centre)
    },
    onRead: (position, squareMetres) => {
      read.push(position)
      squares.push(squareMetres)
    },
    onClose: () => {
      closeCount += 1
    },
  })
  const field = document.querySelector('input') as HTMLInputElement
  const type = (text: string) => {
    field.value = text
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const press = (key: string) =>
    field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  const submit = () => document.querySelector('form')?.requestSubmit()
  return { box, set, read, squares, field, type, press, submit, closeCount: () => closeCount }
}

describe('a typed position', () => {
  it('says how it was understood before it is set: grid, its square, degrees', () => {
    const { type, read } = opened('2')
    type('29NPG 1854 2424')
    const text = document.querySelector('.entry-read')?.textContent ?? ''
    expect(text).toContain('29N PG 1854 2424')
    expect(text).toContain('10 m square')
    expect(text).toContain('WGS 84')
    expect(read.at(-1)?.[0]).toBeCloseTo(-7.93, 2)
  })

  it('keeps the square that was typed, and says no more figures than were typed', () => {
    const { type, squares } = opened('2')
    type('29NLH 204 408')
    const text = document.querySelector('.entry-read')?.textContent ?? ''
    expect(text).toContain('29N LH 204 408 100 m square')
    type('6.5, -9.4')
    expect(squares.slice(-2)).toEqual([100, null])
  })

  it('is set by Enter, and only once it is a position', () => {
    const { type, submit, set, field } = opened('6')
    submit()
    expect(set).toEqual([])
    type('6.5, -9.4')
    submit()
    expect(set).toEqual([[-9.4, 6.5]])
    expect(field.isConnected).toBe(false)
  })

  it('refuses what could mean two places, in a sentence', () => {
    const { type, submit, set } = opened('6')
    type('6,5 , -9,4 , 3')
    submit()
    expect(document.querySelector('.entry-read')?.hasAttribute('data-fault')).toBe(true)
    expect(set).toEqual([])
  })

  it('goes away with Esc, once', () => {
    const { press, box, set, closeCount, read } = opened('6')
    press('Escape')
    box.close()
    expect(document.querySelector('.entry')).toBeNull()
    expect([closeCount(), set, read.at(-1)]).toEqual([1, [], null])
  })
})
