/** Asks a question again and again until the answer is truthy; fails after `seconds`. */
export async function until<T>(
  question: string,
  ask: () => T | Promise<T>,
  seconds = 10,
): Promise<NonNullable<T>> {
  const deadline = performance.now() + seconds * 1000
  for (;;) {
    const answer = await ask()
    if (answer) return answer
    if (performance.now() > deadline) throw new Error(`after ${seconds} s still not so: ${question}`)
    await new Promise((resume) => setTimeout(resume, 20))
  }
}
