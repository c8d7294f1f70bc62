/** Milliseconds as `00:00:05.120`; undefined for what is no time. */
export function clockTime(milliseconds: number | undefined): string | undefined {
  if (milliseconds === undefined || !(milliseconds >= 0 && milliseconds < MOST)) return undefined
  const whole = Math.round(milliseconds)
  const [hours, minutes, seconds] = [
    Math.floor(whole / 3_600_000),
    Math.floor(whole / 60_000) % 60,
    Math.floor(whole / 1000) % 60,
  ]
  const shown = [hours, minutes, seconds].map((part) => String(part).padStart(2, '0')).join(':')
  return `${shown}.${String(whole % 1000).padStart(3, '0')}`
}

/** A thousand hours: no recording is longer. */
const MOST = 3_600_000_000
