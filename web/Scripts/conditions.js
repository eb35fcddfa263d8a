// Questions that depend on the answer to another of the same page are shown when it says so. What was answered before stays in them.
import { all } from './dom.js';

export function showWhatIsAsked(form) {
  const dependent = all(form, '[data-ask-if]');
  const update = () => {
    const answers = new FormData(form);
    for (const question of dependent) {
      const on = question.dataset.askIf;
      if (!form.elements.namedItem(`${on}/version`)) continue;
      const wanted = question.dataset.askIs.split(' ');
      const hidden = !answers.getAll(on).some((answer) => wanted.includes(answer));
      // A box that somebody stands in is not taken away under them.
      if (question.hidden !== hidden && !(hidden && question.contains(document.activeElement))) question.hidden = hidden;
    }
  };
  if (dependent.length === 0) return;
  form.addEventListener('change', update);
  update();
}
