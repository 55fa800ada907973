// @vitest-environment happy-dom
import { act, fireEvent, screen as page, render } from '@testing-library/react'
import fc from 'fast-check'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { kept } from '#ui/widgets/kept-number.ts'
import { Stepper } from '#ui/widgets/stepper.tsx'

type Parts = Partial<Parameters<typeof Stepper>[0]>

function Field(props: Parts & { readonly value: number; readonly asked: number[] }) {
  const { asked, ...parts } = props
  const [value, setValue] = useState(parts.value)
  const onChange = (next: number) => {
    asked.push(next)
    setValue(next)
  }
  return <Stepper label="Number" min={0} {...parts} value={value} onChange={onChange} />
}

function stand(parts: Parts & { readonly value: number }) {
  const asked: number[] = []
  render(<Field {...parts} asked={asked} />)
  const input = page.getByRole('textbox', { name: 'Number' }) as HTMLInputElement
  const type = (text: string) => {
    act(() => input.focus())
    fireEvent.change(input, { target: { value: text } })
    act(() => input.blur())
  }
  const press = (key: string) => {
    act(() => input.focus())
    fireEvent.keyDown(input, { key })
  }
  return { input, type, press, asked }
}

describe('a number field', () => {
  it.each([
    { typed: '12', step: 5, min: 0 },
    { typed: '7.3', step: 0.5, min: 0 },
    { typed: '250', step: 100, min: 1 },
    { typed: '63', step: 5, min: 0 },
    { typed: '62.25', step: 1, min: 1 },
  ])('keeps $typed as typed beside a step of $step', ({ typed, step, min }) => {
    const { type, input, asked } = stand({ value: 40, step, min })
    type(typed)
    expect(asked).toEqual([Number(typed)])
    expect(input.value).toBe(typed)
  })

  it('shows what is stored, and asks for nothing when it is only left', () => {
    const { input, asked } = stand({ value: 500, step: 100, min: 1 })
    expect(input.value).toBe('500')
    act(() => input.focus())
    act(() => input.blur())
    expect(asked).toEqual([])
  })

  it('goes in round steps with the arrows, and not below the least', () => {
    const { press, asked } = stand({ value: 250, step: 100, min: 1 })
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown']) {
      press(key)
    }
    expect(asked).toEqual([300, 400, 300, 200, 100, 1])
  })

  it('says what became of a number that cannot be kept', () => {
    const { type, input, asked } = stand({ value: 40, min: 0, max: 100 })
    type('150')
    expect(asked).toEqual([100])
    expect(input.value).toBe('100')
    expect(page.getByRole('status').textContent).toBe('At most 100')
    type('50')
    expect(page.getByRole('status').textContent).toBe('')
  })
})

describe('kept', () => {
  it('keeps whatever lies within its bounds, and says nothing of it', () => {
    const bounds = fc.tuple(fc.double({ noNaN: true }), fc.double({ noNaN: true }))
    fc.assert(
      fc.property(bounds, fc.double({ noNaN: true }), ([a, b], asked) => {
        const [min, max] = [Math.min(a, b), Math.max(a, b)]
        const { value, why } = kept(asked, { min, max })
        expect(value >= min && value <= max).toBe(true)
        expect(why === '').toBe(value === asked)
      }),
    )
  })

  it('counts in whole numbers where things are counted', () => {
    expect(kept(7.5, { min: 0, isWhole: true })).toEqual({ value: 8, why: 'Whole numbers only' })
  })
})
