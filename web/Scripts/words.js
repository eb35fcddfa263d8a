// Counts the words of a box that has a limit, and says quietly how many are left.
import { later, make, say } from './dom.js';

const count = (text) => text.trim().split(/\s+/).filter((word) => word !== '').length;

export function countWords(question) {
  const most = Number(question.dataset.maxWords);
  const box = question.querySelector(`[name="${question.dataset.question}"]`);
  const shown = make('p', 'govuk-hint portal-count', '');
  const spoken = make('p', 'govuk-visually-hidden', '', { role: 'status' });
  box.after(shown, spoken);
  const speak = later(1000, (sentence) => { spoken.textContent = sentence; });
  const update = (aloud) => {
    const left = most - count(box.value);
    const sentence = left < 0 ? say(left === -1 ? 'wordOver' : 'wordsOver', -left) : say(left === 1 ? 'wordLeft' : 'wordsLeft', left);
    shown.textContent = sentence;
    shown.classList.toggle('portal-count--over', left < 0);
    if (aloud) speak(sentence);
  };
  box.addEventListener('input', () => update(true));
  update(false);
}
