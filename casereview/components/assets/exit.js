// Exit this page, quicker than the form alone: blank the screen, send what was typed in the background, and replace
// this page so that Back does not return to it. Without JavaScript the same button posts the same form.
const BACKGROUND_LIMIT = 60_000 // browsers carry at most 64 KiB past the end of a page

export function exit(button) {
  button.addEventListener('click', (event) => {
    const form = button.form
    const body = new URLSearchParams(new FormData(form)).toString()
    document.documentElement.classList.add('app-leaving')
    document.title = ' '
    if (body.length > BACKGROUND_LIMIT) return // let the form itself go: slower, but nothing typed is lost
    event.preventDefault()
    fetch(button.formAction, {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      keepalive: true,
      redirect: 'manual'
    }).catch(() => {})
    window.location.replace(button.dataset.away)
  })
}

export function startExit() {
  document.querySelectorAll('[data-away]').forEach(exit)
}
