// @vitest-environment happy-dom
import { render, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, it, vi } from 'vitest'
import { later, Opening, warmLater } from '#app/places/later.tsx'

function Paper({ text }: { readonly text: string }) {
  const [count, setCount] = useState(0)
  return (
    <button type="button" onClick={() => setCount(count + 1)}>
      {text} {count}
    </button>
  )
}

it('comes when it is asked for, and stays the one that it is once its code has come', async () => {
  const Late = later(async () => Paper)
  const page = (text: string) => (
    <Opening>
      <Late text={text} />
    </Opening>
  )
  const { rerender } = render(page('First'))
  expect(screen.getByText('Opening …')).toBeTruthy()
  ;(await screen.findByText('First 0')).click()
  await screen.findByText('First 1')
  rerender(page('Then'))
  expect(screen.getByText('Then 1')).toBeTruthy()
})

it('opens at once when it was fetched before', async () => {
  vi.useFakeTimers()
  const Late = later(async () => Paper)
  warmLater()
  await vi.advanceTimersByTimeAsync(2000)
  vi.useRealTimers()
  render(
    <Opening>
      <Late text="Warm" />
    </Opening>,
  )
  expect(screen.getByText('Warm 0')).toBeTruthy()
})
