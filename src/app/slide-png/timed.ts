/** Enters how long a part of a picture took where the browser's tools and benches read it. */
export async function timed<T>(part: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now()
  try {
    return await work()
  } finally {
    performance.measure(`picture: ${part}`, { start })
  }
}
