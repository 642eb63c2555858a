// A part of a page that waits for the worker asks for itself again until it is done.
const PAUSE = 3000 // milliseconds
const TIMES = 200 // then somebody has left the page open: its asking must not keep their session from ending

async function refresh(part, left) {
  try {
    const response = await fetch(part.dataset.untilDone)
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    const now = page.getElementById(part.id)
    if (!response.ok || !now) return
    part.replaceChildren(...now.childNodes)
    if (!now.dataset.untilDone) return
  } catch {
    // the network is away: it may be back in a moment
  }
  if (left > 1) setTimeout(refresh, PAUSE, part, left - 1)
}

export function startRefreshing() {
  document.querySelectorAll('[data-until-done]').forEach((part) => setTimeout(refresh, PAUSE, part, TIMES))
}
