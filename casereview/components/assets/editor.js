// The numbers beside a text follow what is typed. Where lines came or went, the marks of faults would be beside others.
function follow(editor) {
  const text = editor.querySelector('textarea')
  const numbers = editor.querySelector('.app-editor__numbers')
  let lines = text.value.split('\n').length

  text.addEventListener('input', () => {
    const now = text.value.split('\n').length
    if (now === lines) return
    lines = now
    numbers.textContent = Array.from({ length: lines }, (_, at) => `${at + 1}\n`).join('')
    text.rows = lines + 5
    editor.querySelector('.app-editor__notes')?.remove()
  })
}

export function startEditors() {
  document.querySelectorAll('[data-editor]').forEach(follow)
}
