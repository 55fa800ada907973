/** Waits for work, but not for longer than that. */
export async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  const late = new Promise((resolve) => setTimeout(resolve, milliseconds))
  await Promise.race([work, late])
}
