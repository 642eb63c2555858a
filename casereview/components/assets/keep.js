// Keeps what is typed into a long form by itself: a few seconds after a change, and on leaving. It says when it did and
// plainly when it could not. The server words the answers; the button "Keep for later" does the same without this.
const PAUSE = 4_000
const AGAIN = 15_000 // after it could not be kept
const CARRIED = 60_000 // browsers carry at most 64 KiB past the end of a page

export function keep(status) {
  const form = status.closest('form')
  let unkept = false
  let busy = false
  let sending = false // the form itself goes: nothing is kept behind its back
  let elsewhere = false // another window wrote meanwhile: its writer decides which text goes on
  let failed = false
  let timer
  let request

  function say(words, wrong) {
    failed = wrong
    status.classList.toggle('app-keeps--wrong', wrong)
    if (status.textContent !== words) status.textContent = words
  }

  function wait(pause) {
    if (!timer) timer = setTimeout(send, pause)
  }

  function typed() {
    const boxes = [...new FormData(form)].filter(([, value]) => typeof value === 'string')
    return new URLSearchParams([...boxes, ['quietly', 'yes']]).toString()
  }

  async function send(leaving = false) {
    clearTimeout(timer)
    timer = undefined
    if (!unkept || busy || sending || elsewhere) return
    const body = typed()
    busy = true
    unkept = false
    request = new AbortController()
    try {
      const response = await fetch(window.location.href, {
        method: 'POST',
        body,
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        redirect: 'manual',
        keepalive: leaving === true && body.length < CARRIED,
        signal: request.signal
      })
      await told(response)
    } catch {
      if (!sending) refused(status.dataset.failed)
    }
    busy = false
    if (unkept) wait(failed ? AGAIN : PAUSE)
  }

  async function told(response) {
    const json = (response.headers.get('Content-Type') || '').startsWith('application/json')
    if (!json) return refused(response.status === 403 ? status.dataset.ended : status.dataset.failed)
    const { version, says } = await response.json()
    if (response.ok) {
      form.elements.version.value = version
      return say(says, false)
    }
    elsewhere = true
    refused(says)
  }

  function refused(words) {
    unkept = true
    say(words, true)
  }

  form.addEventListener('input', () => {
    unkept = true
    wait(PAUSE)
  })
  form.addEventListener('submit', () => {
    sending = true
    clearTimeout(timer)
    request?.abort()
  })
  window.addEventListener('pageshow', () => { sending = false }) // by Back, with all that was typed
  document.addEventListener('visibilitychange', () => { if (document.hidden) send(true) })
  window.addEventListener('beforeunload', (event) => {
    if (failed && unkept && !sending) event.preventDefault() // the browser asks whether to leave all the same
    else send(true)
  })
}

export function startKeeping() {
  document.querySelectorAll('[data-keeps]').forEach(keep)
}
