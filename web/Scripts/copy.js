// A copy of what is typed and not saved, in this tab only, so that it can be put back where the browser went away meanwhile.
import { typed } from './answers.js';
import { make, say } from './dom.js';

const PREFIX = 'answers ';

export class Copy {
  constructor(form, answers) {
    this.answers = answers;
    this.owner = `${PREFIX}${form.dataset.owner ?? ''} `;
    this.key = this.owner + new URL(form.action).pathname;
    // Somebody else used this tab before: nothing of theirs is kept, or shown.
    attempt(() => Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX) && !key.startsWith(this.owner)).forEach((key) => sessionStorage.removeItem(key)));
  }

  /** Keeps these questions' fields, and no others; sent: the form is on its way with them. */
  keep(fields, sent = false) {
    attempt(() => (fields.length ? sessionStorage.setItem(this.key, JSON.stringify({ sent, fields })) : sessionStorage.removeItem(this.key)));
  }

  /** Offers what differs from the page, where there is something. */
  offer(before) {
    const kept = attempt(() => JSON.parse(sessionStorage.getItem(this.key))) ?? { fields: [] };
    const now = this.answers.read();
    const version = (question, fields) => fields.find(([name]) => name === `${question}/version`)?.[1];
    // What was sent and is newer by now was saved.
    const fields = kept.fields.filter(([question, own]) => now.has(question) && typed(own) !== typed(now.get(question))
      && !(kept.sent && version(question, own) !== version(question, now.get(question)))).flatMap(([, own]) => own);
    // A page that came back with an error holds all that was typed.
    if (document.querySelector('.govuk-error-summary')) this.keep([]);
    else if (fields.length > 0) this.show(fields, before);
  }

  show(fields, before) {
    const note = make('div', 'portal-offer', '', { role: 'region' });
    note.setAttribute('aria-label', say('found'));
    note.append(make('p', 'govuk-body', say('found')));
    const buttons = make('div', 'govuk-button-group', '');
    const button = (name, kind, run) => {
      const one = make('button', `govuk-button ${kind}`, say(name), { type: 'button' });
      one.addEventListener('click', () => {
        note.remove();
        run();
      });
      buttons.append(one);
    };
    button('putBack', '', () => this.answers.restore(fields));
    button('leave', 'govuk-button--secondary', () => this.keep([]));
    note.append(buttons);
    before.before(note);
  }
}

// Where the browser allows no storage, there is no copy.
function attempt(run) {
  try {
    return run();
  } catch {
    return undefined;
  }
}
