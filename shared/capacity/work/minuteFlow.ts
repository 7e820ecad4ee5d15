/** Minutes of jobs spread over stretches of time that each have so much room: a transport problem in whole minutes. */

export interface Job {
  readonly minutes: number
  /** Stretches that may take its minutes, by number. */
  readonly allowed: readonly number[]
}

/** What a search may still spend, in looks at a job and a stretch: the same on every machine. */
export interface Steps {
  left: number
}

/** How many minutes of each job each stretch takes. */
export interface Spread {
  readonly of: (job: number, stretch: number) => number
}

/**
 * Gives every minute of the jobs to a stretch. `none` where the stretches do not hold them, `unknown` where the steps
 * ran out. First come, first served, and then along augmenting paths (Ford and Fulkerson 1956, shortest first).
 */
export function spread(
  jobs: readonly Job[],
  room: readonly number[],
  steps: Steps,
): Spread | 'none' | 'unknown' {
  const state: State = {
    jobs,
    count: room.length,
    flow: new Int32Array(jobs.length * room.length),
    left: Int32Array.from(room),
    steps,
  }
  const missing = jobs.map((job, number) => firstCome(state, job, number))
  for (let number = 0; number < jobs.length; number++)
    for (let need = missing[number] ?? 0; need > 0; ) {
      if (steps.left < 0) return 'unknown'
      const moved = augment(state, number, need)
      if (moved === 0) return 'none'
      need -= moved
    }
  return { of: (job, stretch) => state.flow[job * state.count + stretch] ?? 0 }
}

interface State {
  readonly jobs: readonly Job[]
  readonly count: number
  /** Minutes by job and stretch. */
  readonly flow: Int32Array
  readonly left: Int32Array
  readonly steps: Steps
}

/** Takes what room there is; what finds none is given back. */
function firstCome({ count, flow, left, steps }: State, { minutes, allowed }: Job, number: number): number {
  let need = minutes
  steps.left -= allowed.length
  for (const stretch of allowed) {
    const take = Math.min(need, left[stretch] as number)
    if (take <= 0) continue
    flow[number * count + stretch] = take
    left[stretch] = (left[stretch] as number) - take
    need -= take
    if (need === 0) break
  }
  return need
}

/** Finds room for up to `need` minutes of a job by putting others elsewhere; 0 where no path leads to room. */
function augment(state: State, start: number, need: number): number {
  const { jobs, count, flow, left, steps } = state
  const reachedBy = new Int32Array(count).fill(-1)
  const reachedFrom = new Int32Array(jobs.length).fill(-1)
  const queue = [start]
  for (const job of queue)
    for (const stretch of jobs[job]?.allowed ?? []) {
      steps.left--
      if (reachedBy[stretch] !== -1) continue
      reachedBy[stretch] = job
      if ((left[stretch] as number) > 0) return shift(state, { start, need, stretch, reachedBy, reachedFrom })
      steps.left -= jobs.length
      for (let other = 0; other < jobs.length; other++) {
        if (other === start || reachedFrom[other] !== -1 || flow[other * count + stretch] === 0) continue
        reachedFrom[other] = stretch
        queue.push(other)
      }
    }
  return 0
}

interface Path {
  readonly start: number
  readonly need: number
  readonly stretch: number
  readonly reachedBy: Int32Array
  readonly reachedFrom: Int32Array
}

function shift({ count, flow, left }: State, { start, need, stretch, reachedBy, reachedFrom }: Path): number {
  let amount = Math.min(need, left[stretch] as number)
  for (let job = reachedBy[stretch] as number; job !== start; ) {
    const from = reachedFrom[job] as number
    amount = Math.min(amount, flow[job * count + from] as number)
    job = reachedBy[from] as number
  }
  left[stretch] = (left[stretch] as number) - amount
  for (let job = reachedBy[stretch] as number, to = stretch; ; ) {
    flow[job * count + to] = (flow[job * count + to] as number) + amount
    if (job === start) return amount
    to = reachedFrom[job] as number
    flow[job * count + to] = (flow[job * count + to] as number) - amount
    job = reachedBy[to] as number
  }
}
